package dev.plimsoll.policy.store;

import dev.plimsoll.cel.Declarations;
import dev.plimsoll.cel.Expression;
import dev.plimsoll.cel.StoredExpression;
import dev.plimsoll.cel.Type;
import dev.plimsoll.policy.ExpressionCompiler;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A compiler that hands out what {@link RecordingCompiler} stored for the same policy, in the same
 * order. It serves one compilation.
 */
final class StoredCompiler implements ExpressionCompiler {
  private final DataInputStream in;

  StoredCompiler(byte[] store, int start, int length) {
    in = new DataInputStream(new ByteArrayInputStream(store, start, length));
  }

  @Override
  public Expression compile(String source, Declarations declarations, List<Type> results) {
    try {
      var expression = StoredExpression.read(in);
      if (!expression.source().equals(source)) {
        throw new IllegalStateException("stored is " + expression.source() + ", not " + source);
      }
      return expression;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
