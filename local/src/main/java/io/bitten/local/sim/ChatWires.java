package io.bitten.local.sim;

import java.util.List;

/** The queues between what the chat needs, each with the JSON that the product writes on it. */
record ChatWires(
    ChatQueue signals,
    ChatQueue notices,
    ChatQueue messages,
    ChatQueue updates,
    ChatQueue fires,
    ChatQueue orders,
    ChatQueue reports,
    ChatQueue billing) {

  static ChatWires of(Timeline time, Faults faults) {
    return new ChatWires(
        new ChatQueue(ChatQueue.Way.SIGNALS, time, faults),
        new ChatQueue(ChatQueue.Way.NOTICES, time, faults),
        new ChatQueue(ChatQueue.Way.MESSAGES, time, faults),
        new ChatQueue(ChatQueue.Way.UPDATES, time, faults),
        new ChatQueue(ChatQueue.Way.FIRES, time, faults),
        new ChatQueue(ChatQueue.Way.ORDERS, time, faults),
        new ChatQueue(ChatQueue.Way.REPORTS, time, faults),
        new ChatQueue(ChatQueue.Way.BILLING, time, faults));
  }

  private List<ChatQueue> all() {
    return List.of(signals, notices, messages, updates, fires, orders, reports, billing);
  }

  boolean empty() {
    return all().stream().allMatch(ChatQueue::empty);
  }

  /** Messages of all queues that came too often. */
  int buried() {
    return all().stream().mapToInt(ChatQueue::buried).sum();
  }
}
