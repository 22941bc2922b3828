package io.bitten.relay;

import io.bitten.core.Written;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.Halts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Stored halts that can be out of reach, whole or in part. Counts what it is asked. */
final class CutOffHalts implements Halts {
  private final Halts stored;
  private final List<Integer> reads = new ArrayList<>();
  private Predicate<HaltScope> gone = scope -> false;
  private UnaryOperator<SequencedMap<HaltScope, Halt>> shape = answer -> answer;

  CutOffHalts(Halts stored) {
    this.stored = stored;
  }

  void gone() {
    gone = scope -> true;
  }

  /** A request that asks for such a scope fails. */
  void gone(Predicate<HaltScope> which) {
    gone = which;
  }

  /** What is told comes in this shape. */
  void answers(UnaryOperator<SequencedMap<HaltScope, Halt>> next) {
    shape = next;
  }

  void back() {
    gone = scope -> false;
  }

  /** How many scopes each request asked for, since the last time this was asked. */
  List<Integer> reads() {
    List<Integer> all = List.copyOf(reads);
    reads.clear();
    return all;
  }

  @Override
  public Halt read(HaltScope scope) {
    return read(List.of(scope)).get(scope);
  }

  @Override
  public Map<HaltScope, Halt> read(Collection<HaltScope> scopes) {
    reads.add(scopes.size());
    if (scopes.stream().anyMatch(gone)) {
      throw new IllegalStateException("the cloud is out of reach");
    }
    LinkedHashMap<HaltScope, Halt> answer = new LinkedHashMap<>();
    Map<HaltScope, Halt> read = stored.read(scopes);
    scopes.forEach(scope -> answer.put(scope, read.get(scope)));
    return shape.apply(answer);
  }

  @Override
  public Written write(Halt next) {
    return stored.write(next);
  }
}
