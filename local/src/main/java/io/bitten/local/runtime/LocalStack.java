package io.bitten.local.runtime;

import io.bitten.local.engine.BusDoor;
import io.bitten.local.engine.Doorbells;
import io.bitten.local.engine.Engines;
import io.bitten.local.engine.SqsWire;
import io.bitten.local.template.LambdaFunction;
import io.bitten.local.template.Places;
import io.bitten.local.template.Template;
import io.bitten.local.template.TemplateFile;
import io.bitten.local.template.Trigger;
import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The cloud's part, in one JVM: engines, bus, doors, pollers and timers as {@code template.yaml}
 * wires them. It knows nothing of the platform's domain.
 *
 * <p>Two steps: {@link #start} brings up what the platform's ports need and listens, answering 503;
 * {@link #open} makes the handlers and lets events in. {@link #close} goes back in that order.
 */
public final class LocalStack implements AutoCloseable {
  private static final Duration MOST_DRAIN = Duration.ofSeconds(10);

  private final StackPlan plan;
  private final Engines engines;
  private final SqsWire sqs;
  private final Web web;
  private final Web busWeb;
  private final BusDoor bus;
  private final Template template;
  private final ErrorLines errors;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<QueuePoller> pollers = new ArrayList<>();
  private final Timers timers;

  private LocalStack(StackPlan plan, Template template, Engines engines, Web web) {
    this.plan = plan;
    this.template = template;
    this.engines = engines;
    this.sqs = new SqsWire(engines.sqs(), engines.queues());
    this.web = web;
    this.errors = new ErrorLines(plan.errors(), plan.time());
    this.timers = new Timers(plan.time(), errors);
    this.busWeb = new Web(0);
    this.bus = new BusDoor(template, sqs, plan.time(), executor);
    busWeb.mount("/", bus);
  }

  /**
   * Reads the template, starts the engines, makes tables and queues, starts the bus.
   *
   * @throws io.bitten.local.template.TemplateProblem before anything is started
   */
  public static LocalStack start(StackPlan plan) throws IOException {
    TemplateFile file = TemplateFile.read(plan.template());
    file.resolve(Places.unknown(), plan.parameters());
    Web web = new Web(plan.port());
    try {
      return start(plan, file, web);
    } catch (RuntimeException e) {
      web.close();
      throw e;
    }
  }

  private static LocalStack start(StackPlan plan, TemplateFile file, Web web) {
    Engines engines = Engines.start(plan.root(), plan.store());
    try {
      Places places = Places.at(engines.sqs().toString(), web.address().toString());
      Template template = file.resolve(places, plan.parameters());
      engines.provision(template, plan.expiry());
      return new LocalStack(plan, template, engines, web);
    } catch (RuntimeException e) {
      engines.close();
      throw e;
    }
  }

  /** The template with this stack's addresses in it. */
  public Template template() {
    return template;
  }

  /** Where DynamoDB clients go. */
  public URI dynamo() {
    return engines.dynamo();
  }

  /** The way of DynamoDB clients of this JVM, without a socket. */
  public SdkHttpClient tables() {
    return engines.tables();
  }

  /** Where SQS clients go. */
  public URI sqs() {
    return engines.sqs();
  }

  /** The way of SQS clients of this JVM, without a socket. */
  public SdkHttpClient queues() {
    return engines.queues();
  }

  /**
   * To be rung by whoever sends to a queue; a message nobody rang for is found two seconds late.
   */
  public Doorbells bells() {
    return sqs.bells();
  }

  /** Where EventBridge clients go. */
  public URI bus() {
    return busWeb.address();
  }

  /** The way of EventBridge clients of this JVM, without a socket. */
  public SdkHttpClient events() {
    return bus.near();
  }

  /** Where the doors are, without a trailing slash. */
  public URI doors() {
    return web.address();
  }

  /** Serves something else on the doors' port, below a path; before or after {@link #open}. */
  public LocalStack mount(String prefix, HttpHandler handler) {
    web.mount(prefix, handler);
    return this;
  }

  /** Makes every function's first handler, then opens doors, pollers and timers. */
  public void open(HandlerFactory handlers) {
    List<RoutePath> routes = new ArrayList<>();
    for (LambdaFunction function : template.functions()) {
      FunctionPool pool = new FunctionPool(function.lasting(plan.patience()), handlers, errors);
      for (Trigger trigger : function.triggers()) {
        switch (trigger) {
          case Trigger.Route route -> routes.add(new RoutePath(route, pool));
          case Trigger.FromQueue from ->
              pollers.add(
                  new QueuePoller(
                      pool, new QueuePoller.Asked(from, stepsBack(function)), sqs, errors));
          case Trigger.Timer timer -> timers.add(pool, timer);
        }
      }
    }
    web.mount("/", new HttpDoor(routes, plan.time(), errors, executor));
    pollers.forEach(QueuePoller::start);
    timers.start();
  }

  private Duration stepsBack(LambdaFunction function) {
    return plan.stepsBack().getOrDefault(function.id(), Duration.ZERO);
  }

  /** Closes doors, lets what is in hand finish within ten seconds, stops the engines. */
  @Override
  public void close() {
    web.close();
    timers.stop();
    pollers.forEach(QueuePoller::stop);
    try {
      long end = System.nanoTime() + MOST_DRAIN.toNanos();
      boolean drained = timers.drained(MOST_DRAIN);
      for (QueuePoller poller : pollers) {
        drained &= poller.drained(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      }
      if (!drained) {
        errors.print("stop", "", "something was still running after ten seconds");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      busWeb.close();
      executor.shutdownNow();
      engines.close();
    }
  }
}
