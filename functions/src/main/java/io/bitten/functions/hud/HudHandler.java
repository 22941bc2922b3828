package io.bitten.functions.hud;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.World;
import io.bitten.functions.HttpDoor;
import io.bitten.functions.Priming;
import io.bitten.functions.Settings;
import io.bitten.functions.Start;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The HUD's API. */
public final class HudHandler implements RequestStreamHandler {
  private final HudApi api;

  public HudHandler() {
    this(Start.aws());
  }

  public HudHandler(World world, Settings settings) {
    this.api = new HudApi(world, settings);
  }

  private HudHandler(Start start) {
    this(start.world(), start.settings());
    Priming.door(this, start, "/api/session");
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    HttpDoor.serve(in, out, api::answer);
  }
}
