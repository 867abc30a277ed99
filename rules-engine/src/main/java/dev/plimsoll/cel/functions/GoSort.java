package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Ordering;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Go's sort.Slice: a pattern-defeating quicksort, which is not stable, so that equal keys come out
 * in the same order as in Kubernetes only if the same steps are taken.
 */
final class GoSort {
  private static final int INSERTION = 12;
  private static final int NINTHER = 50;
  private static final int MOST_SWAPS = 12;
  private static final int MOST_REPAIRS = 5;

  private final List<@Nullable Object> keys;
  private final int[] order;
  private int swaps;

  private GoSort(List<@Nullable Object> keys) {
    this.keys = keys;
    this.order = new int[keys.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  /** Returns the keys' indices in the order of the keys, which must have one with each other. */
  static int[] order(List<@Nullable Object> keys) {
    GoSort sort = new GoSort(keys);
    sort.sort(0, sort.order.length, bits(sort.order.length));
    return sort.order;
  }

  private static int bits(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(number);
  }

  private boolean less(int i, int j) {
    try {
      return Ordering.compare(keys.get(order[i]), keys.get(order[j])) < 0;
    } catch (EvaluationException none) {
      return false;
    }
  }

  private void swap(int i, int j) {
    int index = order[i];
    order[i] = order[j];
    order[j] = index;
  }

  private void sort(int first, int last, int badPivots) {
    int from = first;
    int to = last;
    int limit = badPivots;
    boolean balanced = true;
    boolean partitioned = true;
    while (to - from > INSERTION) {
      int length = to - from;
      if (limit == 0) {
        heapSort(from, to);
        return;
      }
      if (!balanced) {
        scatter(from, to);
        limit--;
      }
      int pivot = pivot(from, to);
      boolean increasing = swaps == 0;
      if (swaps == MOST_SWAPS) {
        reverse(from, to);
        pivot = to - 1 - (pivot - from);
        increasing = true;
      }
      if (balanced && partitioned && increasing && repaired(from, to)) {
        return;
      }
      if (from > 0 && !less(from - 1, pivot)) {
        from = partitionEqual(from, to, pivot);
        continue;
      }
      int middle = partition(from, to, pivot);
      partitioned = middle < 0;
      middle = middle < 0 ? ~middle : middle;
      boolean leftIsShort = middle - from < to - middle;
      balanced = Math.min(middle - from, to - middle) >= length / 8;
      if (leftIsShort) {
        sort(from, middle, limit);
        from = middle + 1;
      } else {
        sort(middle + 1, to, limit);
        to = middle;
      }
    }
    insertionSort(from, to);
  }

  private void insertionSort(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      for (int j = i; j > from && less(j, j - 1); j--) {
        swap(j, j - 1);
      }
    }
  }

  private void heapSort(int from, int to) {
    int size = to - from;
    for (int i = (size - 1) / 2; i >= 0; i--) {
      siftDown(i, size, from);
    }
    for (int i = size - 1; i >= 0; i--) {
      swap(from, from + i);
      siftDown(0, i, from);
    }
  }

  private void siftDown(int start, int size, int from) {
    int root = start;
    for (int child = 2 * root + 1; child < size; child = 2 * root + 1) {
      if (child + 1 < size && less(from + child, from + child + 1)) {
        child++;
      }
      if (!less(from + root, from + child)) {
        return;
      }
      swap(from + root, from + child);
      root = child;
    }
  }

  /** Returns where the pivot came to lie; its complement if all were in place already. */
  private int partition(int from, int to, int pivot) {
    swap(from, pivot);
    int i = from + 1;
    int j = to - 1;
    boolean inPlace = true;
    while (true) {
      while (i <= j && less(i, from)) {
        i++;
      }
      while (i <= j && !less(j, from)) {
        j--;
      }
      if (i > j) {
        swap(j, from);
        return inPlace ? ~j : j;
      }
      inPlace = false;
      swap(i++, j--);
    }
  }

  /** Moves those that equal the pivot, and so the smallest, to the start; returns their end. */
  private int partitionEqual(int from, int to, int pivot) {
    swap(from, pivot);
    int i = from + 1;
    int j = to - 1;
    while (true) {
      while (i <= j && !less(from, i)) {
        i++;
      }
      while (i <= j && less(from, j)) {
        j--;
      }
      if (i > j) {
        return i;
      }
      swap(i++, j--);
    }
  }

  /** Shifts a few keys that are out of order; returns whether that was all. */
  private boolean repaired(int from, int to) {
    int i = from + 1;
    for (int repairs = 0; repairs < MOST_REPAIRS; repairs++) {
      while (i < to && !less(i, i - 1)) {
        i++;
      }
      if (i == to) {
        return true;
      }
      if (to - from < NINTHER) {
        return false;
      }
      swap(i, i - 1);
      if (i - from >= 2) {
        for (int j = i - 1; j >= 1 && less(j, j - 1); j--) {
          swap(j, j - 1);
        }
      }
      if (to - i >= 2) {
        for (int j = i + 1; j < to && less(j, j - 1); j++) {
          swap(j, j - 1);
        }
      }
    }
    return false;
  }

  /** Moves three keys to where chance has it, the same at every run. */
  private void scatter(int from, int to) {
    int length = to - from;
    long random = length;
    long mask = (1L << bits(length)) - 1;
    int middle = from + length / 4 * 2;
    for (int i = middle - 1; i <= middle + 1; i++) {
      random ^= random << 13;
      random ^= random >>> 7;
      random ^= random << 17;
      int other = (int) (random & mask);
      swap(i, from + (other >= length ? other - length : other));
    }
  }

  /** Returns a median, and counts in {@code swaps} how far the keys looked at were out of order. */
  private int pivot(int from, int to) {
    int quarter = (to - from) / 4;
    int i = from + quarter;
    int j = from + 2 * quarter;
    int k = from + 3 * quarter;
    swaps = 0;
    if (to - from >= NINTHER) {
      i = median(i - 1, i, i + 1);
      j = median(j - 1, j, j + 1);
      k = median(k - 1, k, k + 1);
    }
    return median(i, j, k);
  }

  private int median(int i, int j, int k) {
    int a = i;
    int b = j;
    int c = k;
    if (less(b, a)) {
      swaps++;
      int other = a;
      a = b;
      b = other;
    }
    if (less(c, b)) {
      swaps++;
      b = c;
    }
    if (less(b, a)) {
      swaps++;
      b = a;
    }
    return b;
  }

  private void reverse(int from, int to) {
    for (int i = from, j = to - 1; i < j; i++, j--) {
      swap(i, j);
    }
  }
}
