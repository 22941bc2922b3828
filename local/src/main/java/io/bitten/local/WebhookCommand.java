package io.bitten.local;

import io.bitten.adapters.telegram.BotApi;
import io.bitten.adapters.telegram.TelegramUnavailable;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What Telegram has to know of an installation in the cloud. */
@Command(
    name = "webhook",
    mixinStandardHelpOptions = true,
    description = {
      "Tell Telegram the webhook of an installation in the cloud.",
      "It gets the webhook's secret and the menu of commands with it. The bot's token",
      "is read from TELEGRAM_BOT_TOKEN, the secret from TELEGRAM_WEBHOOK_SECRET."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  bitten webhook https://bot.example.com/telegram/webhook"})
final class WebhookCommand implements Callable<Integer> {
  private static final String TOKEN = "TELEGRAM_BOT_TOKEN";
  private static final String SECRET = "TELEGRAM_WEBHOOK_SECRET";

  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "URL", description = "The stack's output TelegramWebhook.")
  private String url;

  WebhookCommand() {
    this(System.getenv());
  }

  WebhookCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() {
    if (!url.matches("https://[^\\s]{1,500}")) {
      throw wrong("the webhook must be an https address: " + url);
    }
    String secret = required(SECRET);
    if (!secret.matches("[A-Za-z0-9_-]{1,256}")) {
      throw wrong(SECRET + " must be one secret of letters, digits, _ or -");
    }
    URI api = URI.create(environment.getOrDefault("TELEGRAM_API_URL", "https://api.telegram.org"));
    BotApi bot = new BotApi(api, required(TOKEN));
    PrintWriter out = spec.commandLine().getOut();
    try {
      String name = bot.name();
      bot.setWebhook(url, secret);
      bot.setCommands();
      out.println("@" + name + " sends its updates to " + url + " and shows its commands.");
      out.flush();
      return 0;
    } catch (TelegramUnavailable e) {
      spec.commandLine().getErr().println("bitten: Telegram did not take it: " + e.getMessage());
      return 1;
    }
  }

  private String required(String name) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      throw wrong(name + " must be set");
    }
    return value;
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
