package dev.plimsoll.document;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A sequence of a document: an unmodifiable list whose items know where they stand in the text. */
public final class ListNode extends AbstractList<@Nullable Object> implements RandomAccess {

  private final @Nullable Object[] items;
  private final int[] places;

  private ListNode(@Nullable Object[] items, int[] places) {
    this.items = items;
    this.places = places;
  }

  /** Returns the offset of an item's first character, or {@link MapNode#NOWHERE}. */
  public int itemStart(int i) {
    return places[i * 2];
  }

  public int itemEnd(int i) {
    return places[i * 2 + 1];
  }

  @Override
  public @Nullable Object get(int i) {
    return items[i];
  }

  @Override
  public int size() {
    return items.length;
  }

  /** Collects the items of a list. */
  public static final class Builder {
    private @Nullable Object[] items = new Object[4];
    private int[] places = new int[8];
    private int size;

    /** Adds an item that stands in no text. */
    public Builder add(@Nullable Object item) {
      return add(item, MapNode.NOWHERE, MapNode.NOWHERE);
    }

    /** Adds an item with its UTF-16 offsets, the end exclusive. */
    public Builder add(@Nullable Object item, int start, int end) {
      if (size == items.length) {
        items = Arrays.copyOf(items, size * 2);
        places = Arrays.copyOf(places, size * 4);
      }
      items[size] = item;
      places[size * 2] = start;
      places[size * 2 + 1] = end;
      size++;
      return this;
    }

    /** Returns the list of what was added since the builder was made, or since the last list. */
    public ListNode build() {
      var list = new ListNode(Arrays.copyOf(items, size), Arrays.copyOf(places, size * 2));
      Arrays.fill(items, 0, size, null);
      size = 0;
      return list;
    }
  }
}
