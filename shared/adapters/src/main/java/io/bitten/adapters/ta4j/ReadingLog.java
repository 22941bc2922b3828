package io.bitten.adapters.ta4j;

import io.bitten.core.signal.Reading;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** Readings that are only ever added, handed out as unchanging lists without copying them. */
final class ReadingLog {
  private Reading[] readings = new Reading[1_024];
  private int size;

  void add(Reading reading) {
    if (size == readings.length) {
      readings = Arrays.copyOf(readings, size * 2);
    }
    readings[size] = reading;
    size++;
  }

  /** What is there now; later additions do not show. */
  List<Reading> soFar() {
    return new SoFar(readings, size);
  }

  private static final class SoFar extends AbstractList<Reading> implements RandomAccess {
    private final Reading[] readings;
    private final int size;

    SoFar(Reading[] readings, int size) {
      this.readings = readings;
      this.size = size;
    }

    @Override
    public Reading get(int index) {
      return readings[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
      return size;
    }
  }
}
