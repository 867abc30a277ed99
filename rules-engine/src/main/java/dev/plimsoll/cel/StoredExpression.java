package dev.plimsoll.cel;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The compact form in which a compiled expression is stored: to read it takes neither parser nor
 * checker. Each node is a letter for its kind, its position and its parts.
 */
public final class StoredExpression {
  private StoredExpression() {}

  public static void write(DataOutput out, Expression expression) throws IOException {
    out.writeUTF(expression.source());
    StoredType.write(out, expression.type());
    write(out, expression.root());
  }

  /** Reads what {@link #write(DataOutput, Expression)} wrote. */
  public static Expression read(DataInput in) throws IOException {
    var source = in.readUTF();
    var type = StoredType.read(in);
    return Expression.of(source, readNode(in), type);
  }

  private static void write(DataOutput out, Expr expr) throws IOException {
    switch (expr) {
      case Expr.Constant constant -> {
        start(out, 'c', constant);
        writeConstant(out, constant.value());
      }
      case Expr.Ident ident -> {
        start(out, 'i', ident);
        out.writeUTF(ident.name());
      }
      case Expr.Select select -> {
        start(out, 's', select);
        write(out, select.operand());
        out.writeUTF(select.field());
      }
      case Expr.Has has -> {
        start(out, 'h', has);
        write(out, has.operand());
        out.writeUTF(has.field());
      }
      case Expr.Call call -> {
        start(out, 'f', call);
        out.writeUTF(call.function());
        out.writeByte(call.overloads().size());
        for (var overload : call.overloads()) {
          out.writeUTF(overload);
        }
        out.writeByte(call.arguments().size());
        for (var argument : call.arguments()) {
          write(out, argument);
        }
      }
      case Expr.ListLiteral list -> {
        start(out, 'l', list);
        out.writeShort(list.elements().size());
        for (var element : list.elements()) {
          out.writeBoolean(element.optional());
          write(out, element.value());
        }
      }
      case Expr.MapLiteral map -> {
        start(out, 'm', map);
        out.writeShort(map.entries().size());
        for (var entry : map.entries()) {
          out.writeBoolean(entry.optional());
          write(out, entry.key());
          write(out, entry.value());
        }
      }
      case Expr.Comprehension fold -> {
        start(out, 'v', fold);
        out.writeUTF(fold.variable());
        out.writeUTF(fold.second());
        out.writeUTF(fold.accumulator());
        for (var part : parts(fold)) {
          write(out, part);
        }
      }
    }
  }

  private static List<Expr> parts(Expr.Comprehension fold) {
    return List.of(fold.range(), fold.initial(), fold.condition(), fold.step(), fold.result());
  }

  private static void start(DataOutput out, char kind, Expr expr) throws IOException {
    out.writeByte(kind);
    out.writeShort(expr.position());
  }

  private static Expr readNode(DataInput in) throws IOException {
    char kind = (char) in.readByte();
    int position = in.readShort();
    return switch (kind) {
      case 'c' -> new Expr.Constant(position, readConstant(in));
      case 'i' -> new Expr.Ident(position, in.readUTF());
      case 's' -> new Expr.Select(position, readNode(in), in.readUTF());
      case 'h' -> new Expr.Has(position, readNode(in), in.readUTF());
      case 'f' -> {
        var function = in.readUTF();
        var overloads = new ArrayList<String>();
        for (int left = in.readByte(); left > 0; left--) {
          overloads.add(in.readUTF());
        }
        yield new Expr.Call(position, function, overloads, readNodes(in, in.readByte()));
      }
      case 'l' -> {
        var elements = new ArrayList<Expr.Element>();
        for (int left = in.readShort(); left > 0; left--) {
          boolean optional = in.readBoolean();
          elements.add(new Expr.Element(readNode(in), optional));
        }
        yield new Expr.ListLiteral(position, elements);
      }
      case 'm' -> {
        var entries = new ArrayList<Expr.Entry>();
        for (int left = in.readShort(); left > 0; left--) {
          boolean optional = in.readBoolean();
          entries.add(new Expr.Entry(readNode(in), readNode(in), optional));
        }
        yield new Expr.MapLiteral(position, entries);
      }
      case 'v' -> {
        var variable = in.readUTF();
        var second = in.readUTF();
        var accumulator = in.readUTF();
        yield new Expr.Comprehension(
            position,
            readNode(in),
            variable,
            second,
            accumulator,
            readNode(in),
            readNode(in),
            readNode(in),
            readNode(in));
      }
      default -> throw new IOException("no stored expression: it holds a node of kind " + kind);
    };
  }

  private static List<Expr> readNodes(DataInput in, int count) throws IOException {
    var nodes = new ArrayList<Expr>(count);
    for (int i = 0; i < count; i++) {
      nodes.add(readNode(in));
    }
    return nodes;
  }

  private static void writeConstant(DataOutput out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeByte('n');
      case Boolean bool -> out.writeByte(bool ? 't' : 'f');
      case Long number -> {
        out.writeByte('l');
        out.writeLong(number);
      }
      case UInt number -> {
        out.writeByte('u');
        out.writeLong(number.bits());
      }
      case Double number -> {
        out.writeByte('d');
        out.writeDouble(number);
      }
      case String text -> {
        out.writeByte('s');
        out.writeUTF(text);
      }
      case Bytes bytes -> {
        out.writeByte('b');
        out.writeInt(bytes.size());
        out.write(bytes.toArray());
      }
      case Type type -> {
        out.writeByte('y');
        StoredType.write(out, type);
      }
      default -> throw new IllegalArgumentException("no literal is a " + value.getClass());
    }
  }

  private static @Nullable Object readConstant(DataInput in) throws IOException {
    char kind = (char) in.readByte();
    return switch (kind) {
      case 'n' -> null;
      case 't' -> Boolean.TRUE;
      case 'f' -> Boolean.FALSE;
      case 'l' -> in.readLong();
      case 'u' -> new UInt(in.readLong());
      case 'd' -> in.readDouble();
      case 's' -> in.readUTF();
      case 'b' -> {
        var content = new byte[in.readInt()];
        in.readFully(content);
        yield new Bytes(content);
      }
      case 'y' -> StoredType.read(in);
      default -> throw new IOException("no stored literal: it is of kind " + kind);
    };
  }
}
