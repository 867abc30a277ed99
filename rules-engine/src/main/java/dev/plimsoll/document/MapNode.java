package dev.plimsoll.document;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a document: an unmodifiable map in file order whose keys and values know where they
 * stand in the {@link Source}.
 *
 * <p>Values are {@link MapNode}, {@link ListNode}, {@link String}, {@link Long}, {@link Double},
 * {@link Boolean} or null. Small maps are searched in order; larger ones have an index.
 */
public final class MapNode extends AbstractMap<String, @Nullable Object> {

  /** Offset of what stands in no text: a value that came from elsewhere than the file. */
  public static final int NOWHERE = -1;

  private static final int INDEXED_FROM = 12;
  private static final int PLACES = 4;

  private final String[] keys;
  private final @Nullable Object[] values;
  private final int[] places;
  private final @Nullable Map<String, Integer> index;

  private MapNode(String[] keys, @Nullable Object[] values, int[] places) {
    this.keys = keys;
    this.values = values;
    this.places = places;
    this.index = keys.length < INDEXED_FROM ? null : HashMap.newHashMap(keys.length);
    for (int i = 0; index != null && i < keys.length; i++) {
      index.put(keys[i], i);
    }
  }

  /** Returns the position of a key in file order, or -1. */
  public int indexOf(@Nullable Object key) {
    if (index != null) {
      return index.getOrDefault(key, -1);
    }
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  public String keyAt(int i) {
    return keys[i];
  }

  public @Nullable Object valueAt(int i) {
    return values[i];
  }

  /** Returns the offset of the key's first character, or {@link #NOWHERE}. */
  public int keyStart(int i) {
    return places[i * PLACES];
  }

  public int keyEnd(int i) {
    return places[i * PLACES + 1];
  }

  /** Returns the offset of the value's first character, or {@link #NOWHERE}. */
  public int valueStart(int i) {
    return places[i * PLACES + 2];
  }

  public int valueEnd(int i) {
    return places[i * PLACES + 3];
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    int i = indexOf(key);
    return i < 0 ? null : values[i];
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return indexOf(key) >= 0;
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, @Nullable Object>> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < keys.length;
          }

          @Override
          public Entry<String, @Nullable Object> next() {
            var entry =
                new SimpleImmutableEntry<String, @Nullable Object>(keys[next], values[next]);
            next++;
            return entry;
          }
        };
      }

      @Override
      public int size() {
        return keys.length;
      }
    };
  }

  /**
   * Collects the entries of a map in file order; a key given again takes the place of the first.
   */
  public static final class Builder {
    private String[] keys = new String[8];
    private @Nullable Object[] values = new Object[8];
    private int[] places = new int[8 * PLACES];
    private int size;
    private @Nullable Map<String, Integer> index;

    /** Adds an entry that stands in no text. */
    public Builder put(String key, @Nullable Object value) {
      return put(key, value, NOWHERE, NOWHERE, NOWHERE, NOWHERE);
    }

    /** Adds an entry with the UTF-16 offsets of its key and value, ends exclusive. */
    public Builder put(
        String key, @Nullable Object value, int keyStart, int keyEnd, int start, int end) {
      int i = indexOf(key);
      if (i < 0) {
        i = size;
        append(key);
      }
      values[i] = value;
      places[i * PLACES] = keyStart;
      places[i * PLACES + 1] = keyEnd;
      places[i * PLACES + 2] = start;
      places[i * PLACES + 3] = end;
      return this;
    }

    public boolean contains(String key) {
      return indexOf(key) >= 0;
    }

    /** Returns the offset of the key given last among equal ones; the key must be there. */
    int keyStart(String key) {
      return places[indexOf(key) * PLACES];
    }

    /** Calls with each key and its offset. */
    void forEachKey(BiConsumer<String, Integer> action) {
      for (int i = 0; i < size; i++) {
        action.accept(keys[i], places[i * PLACES]);
      }
    }

    /** Returns the map of what was put since the builder was made, or since the last map. */
    public MapNode build() {
      var map =
          new MapNode(
              Arrays.copyOf(keys, size),
              Arrays.copyOf(values, size),
              Arrays.copyOf(places, size * PLACES));
      Arrays.fill(values, 0, size, null);
      size = 0;
      index = null;
      return map;
    }

    private int indexOf(String key) {
      if (index != null) {
        return index.getOrDefault(key, -1);
      }
      for (int i = 0; i < size; i++) {
        if (keys[i].equals(key)) {
          return i;
        }
      }
      return -1;
    }

    private void append(String key) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, size * 2);
        values = Arrays.copyOf(values, size * 2);
        places = Arrays.copyOf(places, size * 2 * PLACES);
      }
      keys[size++] = key;
      if (index != null) {
        index.put(key, size - 1);
      } else if (size == INDEXED_FROM) {
        index = new HashMap<>();
        for (int i = 0; i < size; i++) {
          index.put(keys[i], i);
        }
      }
    }
  }
}
