package dev.plimsoll.cel;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The compact form in which a type is stored: a letter for its kind, and its parts. */
final class StoredType {
  private StoredType() {}

  static void write(DataOutput out, Type type) throws IOException {
    switch (type) {
      case Type.Simple simple -> {
        out.writeByte('s');
        out.writeByte(simple.ordinal());
      }
      case Type.ListOf list -> {
        out.writeByte('l');
        write(out, list.element());
      }
      case Type.MapOf map -> {
        out.writeByte('m');
        write(out, map.key());
        write(out, map.value());
      }
      case Type.OptionalOf optional -> {
        out.writeByte('o');
        write(out, optional.value());
      }
      case Type.TypeOf typeOf -> {
        out.writeByte('t');
        write(out, typeOf.type());
      }
      case Type.Opaque opaque -> {
        out.writeByte('q');
        out.writeUTF(opaque.name());
      }
      case Type.Parameter parameter -> {
        out.writeByte('p');
        out.writeUTF(parameter.name());
      }
      case Type.Struct struct -> {
        out.writeByte('r');
        out.writeUTF(struct.name());
        out.writeShort(struct.fields().size());
        for (var field : struct.fields().entrySet()) {
          out.writeUTF(field.getKey());
          write(out, field.getValue());
        }
      }
    }
  }

  static Type read(DataInput in) throws IOException {
    char kind = (char) in.readByte();
    return switch (kind) {
      case 's' -> Type.Simple.values()[in.readByte()];
      case 'l' -> Type.list(read(in));
      case 'm' -> Type.map(read(in), read(in));
      case 'o' -> Type.optional(read(in));
      case 't' -> new Type.TypeOf(read(in));
      case 'q' -> Type.opaque(in.readUTF());
      case 'p' -> Type.parameter(in.readUTF());
      case 'r' -> {
        var name = in.readUTF();
        Map<String, Type> fields = new LinkedHashMap<>();
        for (int left = in.readShort(); left > 0; left--) {
          fields.put(in.readUTF(), read(in));
        }
        yield new Type.Struct(name, fields);
      }
      default -> throw new IOException("no stored type: it is of kind " + kind);
    };
  }
}
