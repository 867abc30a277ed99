package dev.plimsoll.document;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The compact form in which a tree of values is stored: each value is a letter for its kind and its
 * content. Places are not stored.
 */
public final class StoredTree {
  private StoredTree() {}

  /** Writes a tree of maps, lists and scalars. */
  public static void write(DataOutput out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeByte('n');
      case Boolean bool -> out.writeByte(bool ? 't' : 'f');
      case Long number -> {
        out.writeByte('l');
        out.writeLong(number);
      }
      case Double number -> {
        out.writeByte('d');
        out.writeDouble(number);
      }
      case String text -> {
        out.writeByte('s');
        out.writeUTF(text);
      }
      case List<?> list -> {
        out.writeByte('[');
        out.writeInt(list.size());
        for (var item : list) {
          write(out, item);
        }
      }
      case Map<?, ?> map -> {
        out.writeByte('{');
        out.writeInt(map.size());
        for (var entry : map.entrySet()) {
          out.writeUTF((String) entry.getKey());
          write(out, entry.getValue());
        }
      }
      default -> throw new IllegalArgumentException("no document holds a " + value.getClass());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static @Nullable Object read(DataInput in) throws IOException {
    char kind = (char) in.readByte();
    return switch (kind) {
      case 'n' -> null;
      case 't' -> Boolean.TRUE;
      case 'f' -> Boolean.FALSE;
      case 'l' -> in.readLong();
      case 'd' -> in.readDouble();
      case 's' -> in.readUTF();
      case '[' -> {
        var list = new ListNode.Builder();
        for (int left = in.readInt(); left > 0; left--) {
          list.add(read(in));
        }
        yield list.build();
      }
      case '{' -> {
        var map = new MapNode.Builder();
        for (int left = in.readInt(); left > 0; left--) {
          map.put(in.readUTF(), read(in));
        }
        yield map.build();
      }
      default -> throw new IOException("no stored tree: it holds a value of kind " + kind);
    };
  }
}
