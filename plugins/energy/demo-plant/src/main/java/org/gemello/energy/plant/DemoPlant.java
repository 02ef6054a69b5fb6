package org.gemello.energy.plant;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * A wind farm as a process of its own: three NREL 5-MW turbines behind an OPC UA server, a met mast on MQTT, and a broker where
 * there is none. Exit codes: 2 wrong option, 3 cannot start, 143 stopped by SIGTERM after everything was closed.
 */
public final class DemoPlant implements AutoCloseable {
    private static final String HELP = """
            Demo plant: three wind turbines on OPC UA, a met mast on MQTT
              --host ADDRESS       interface to listen on (127.0.0.1)
              --opcua-port PORT    port of the OPC UA server (4840)
              --broker-port PORT   port of the embedded MQTT broker, 0 for none (1883)
              --mqtt URL           broker that the met mast publishes to (tcp://HOST:BROKER-PORT; none without a broker)
              --mean-wind SPEED    mean wind in m/s, 3 to 25 (9.5)
              --seed NUMBER        of the wind (1)
              --beat-hz RATE       of the life counters WTUR.Beat, 0 to 1000 (10)
              --extra NUMBER       load variables Load.0001 and on, 0 to 100000 (0)
              --extra-hz RATE      of the load variables, 0 to 50 (1)
              --with-parent        end when the standard input ends
            """;
    private static final Set<String> OPTIONS = Set.of("host", "opcua-port", "broker-port", "mqtt", "mean-wind", "seed", "beat-hz",
            "extra", "extra-hz");
    private static final String WITH_PARENT = "with-parent";
    private final Farm farm;
    private PlantServer server;
    private Broker broker;
    private MetMast mast;
    private String mqtt;

    /** Starts the plant. What was started is stopped again where something fails. */
    DemoPlant(Options options) throws PlantException {
        Weather weather = new Weather(options.number("mean-wind", 9.5, 3, 25), options.whole("seed", 1, 0, Integer.MAX_VALUE));
        farm = new Farm(weather, options.number("beat-hz", 10, 0, 1000), options.whole("extra", 0, 0, 100_000),
                options.number("extra-hz", 1, 0, 50));
        String host = options.text("host", "127.0.0.1");
        int brokerPort = options.whole("broker-port", 1883, 0, 65_535);
        try {
            server = new PlantServer(host, options.whole("opcua-port", 4840, 1, 65_535), farm.variables());
            broker = brokerPort == 0 ? null : new Broker(host, brokerPort);
            mqtt = options.text("mqtt", broker == null ? "" : "tcp://" + host + ":" + brokerPort);
            mast = mqtt.isEmpty() ? null : new MetMast(mqtt, weather);
            farm.start();
        } catch (PlantException e) {
            close();
            throw e;
        }
    }

    /** Parses what was typed and starts. */
    static DemoPlant start(String... args) throws PlantException {
        return new DemoPlant(new Options(args, OPTIONS, Set.of(WITH_PARENT)));
    }

    String url() {
        return server.url();
    }

    @Override
    public void close() {
        farm.close();
        if (mast != null) {
            mast.close();
        }
        if (broker != null) {
            broker.close();
        }
        if (server != null) {
            server.close();
        }
    }

    public static void main(String[] args) throws InterruptedException, IOException {
        if (Options.asksForHelp(args)) {
            System.out.print(HELP);
            return;
        }
        try {
            DemoPlant plant = start(args);
            CountDownLatch forever = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(plant::close, "stop"));
            String mast = plant.mqtt.isEmpty() ? "none" : plant.mqtt + " topic " + MetMast.TOPIC;
            System.out.println("demo plant ready: " + plant.url() + " mqtt " + mast);
            if (Arrays.asList(args).contains("--" + WITH_PARENT)) {
                System.in.transferTo(OutputStream.nullOutputStream());
                System.exit(0);
            }
            forever.await();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (PlantException e) {
            System.err.println(e.getMessage());
            System.exit(3);
        }
    }
}
