package org.gemello.testkit.opcua;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigBuilder;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.SessionManager;
import org.eclipse.milo.opcua.sdk.server.subscriptions.Subscription;
import org.eclipse.milo.opcua.sdk.server.subscriptions.SubscriptionManager;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteSubscriptionsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.RequestHeader;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/**
 * A real OPC UA server on the loopback interface, without security unless it is {@link #protect protected}, that can be
 * stopped and started again on its port while its variables go on changing, as a plant does behind a server that restarts.
 * Values are pushed to the subscriptions, not polled, so that many variables cost little. Safe for use by many threads.
 */
public final class OpcUaTestServer implements AutoCloseable {
    /** Namespace of all variables. */
    public static final String NAMESPACE = "urn:gemello:testkit";
    /** Its number in this server. */
    static final int NAMESPACE_INDEX = 2;
    private static final int PATIENCE_SECONDS = 20;
    /** Header of a request that no client has sent. */
    private static final RequestHeader NO_ONE = new RequestHeader(NodeId.NULL_VALUE, DateTime.NULL_VALUE, Unsigned.uint(0),
            Unsigned.uint(0), "", Unsigned.uint(0), null);

    private final int port;
    private final int itemsPerCall;
    private final Map<String, OpcUaVariable> variables = new ConcurrentHashMap<>();
    private final ScheduledExecutorService plant = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "opcua-test-plant");
        thread.setDaemon(true);
        return thread;
    });
    private final List<OpcUaStructure> structures = new CopyOnWriteArrayList<>();
    private final List<OpcUaMethod> methods = new CopyOnWriteArrayList<>();
    private final List<OpcUaCondition> conditions = new CopyOnWriteArrayList<>();
    private final AtomicInteger historyPage = new AtomicInteger(10_000);
    private final List<NodeSet> nodeSets = new ArrayList<>();
    private ServerProtection protection;
    private OpcUaServer server;
    private TestNamespace namespace;

    /** A server on a free port that takes at most 1,000 monitored items in a call; it does not run yet. */
    public OpcUaTestServer() {
        this(freePort(), 1_000);
    }

    /**
     * @param port         TCP port on the loopback interface
     * @param itemsPerCall most monitored items in one call; a larger call is refused with Bad_TooManyOperations
     */
    public OpcUaTestServer(int port, int itemsPerCall) {
        this.port = port;
        this.itemsPerCall = itemsPerCall;
    }

    /** A running server on a free port. */
    public static OpcUaTestServer running() {
        return new OpcUaTestServer().start();
    }

    /** A port that is free at this moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }

    public String endpoint() {
        return "opc.tcp://127.0.0.1:" + port + "/testkit";
    }

    public int port() {
        return port;
    }

    /**
     * Adds a variable whose data type is that of its initial value: any OPC UA built-in type as Java or Milo has it
     * ({@link Double}, {@link Float}, {@link Integer} for Int32, {@code UInteger} for UInt32, {@link String}, ...), or an array of one.
     */
    public synchronized OpcUaVariable add(String name, Object initial) {
        OpcUaVariable variable = new OpcUaVariable(name, initial);
        if (variables.putIfAbsent(name, variable) != null) {
            throw new IllegalArgumentException("there is already a variable '" + name + "'");
        }
        if (namespace != null) {
            namespace.add(variable);
        }
        return variable;
    }

    /**
     * Adds a structure type, before the server is started.
     *
     * @param fields name and type in order: {@code Double.class}, {@code Integer.class}, {@code Boolean.class}, {@code String.class},
     *               {@code Double[].class} or another structure
     */
    public OpcUaStructure structure(String name, Map<String, Object> fields) {
        OpcUaStructure structure = new OpcUaStructure(name, fields);
        structures.add(structure);
        return structure;
    }

    /**
     * Adds a method of the Objects folder ({@code i=85}), before the server is started. Its NodeId is like that of a variable.
     *
     * @param body takes the inputs, gives the status code of the call
     */
    public void method(String name, List<Class<?>> inputs, Function<List<Object>, Long> body) {
        methods.add(new OpcUaMethod(name, inputs, body));
    }

    /** Adds an alarm, inactive at first, before the server is started. Its events come from the Server object ({@code i=2253}). */
    public OpcUaCondition condition(String source, String name) {
        OpcUaCondition condition = new OpcUaCondition(source, name);
        conditions.add(condition);
        return condition;
    }

    /** Adds Int64 variables {@code prefix0, prefix1, ...} that count up from 0 at a rate, also while the server is stopped. */
    public List<OpcUaVariable> counters(String prefix, int count, double hertz) {
        List<OpcUaVariable> counters = IntStream.range(0, count).mapToObj(i -> add(prefix + i, 0L)).toList();
        long[] next = {0};
        tick(hertz, () -> {
            next[0]++;
            counters.forEach(counter -> counter.set(next[0]));
        });
        return counters;
    }

    /** Does something at a fixed rate until {@link #close}, on the one thread of the plant. */
    public void tick(double hertz, Runnable step) {
        long period = Math.round(1e9 / hertz);
        plant.scheduleAtFixedRate(step, period, period, TimeUnit.NANOSECONDS);
    }

    /** Most values that one HistoryRead gives of one node; the client has to ask for the rest. */
    public OpcUaTestServer historyPage(int values) {
        historyPage.set(values);
        return this;
    }

    /**
     * From the next start on the server also has the nodes of a file of the form UANodeSet; those that it needs are loaded before it.
     *
     * @throws IOException where it is no such file
     */
    public synchronized OpcUaTestServer load(InputStream nodeSet) throws IOException {
        nodeSets.add(NodeSet.read(nodeSet));
        return this;
    }

    /** From the next start on the server is protected like this. */
    public synchronized OpcUaTestServer protect(ServerProtection like) {
        protection = like;
        return this;
    }

    /** Opens the port. Variables keep their values over a stop and start; subscriptions of clients do not survive it. */
    public synchronized OpcUaTestServer start() {
        if (server != null) {
            throw new IllegalStateException("the server runs already");
        }
        server = new OpcUaServer(configuration(), profile -> new OpcTcpServerTransport(OpcTcpServerTransportConfig.newBuilder().build()));
        namespace = new TestNamespace(server, variables, historyPage);
        namespace.startup();
        structures.forEach(structure -> structure.addTo(namespace.getNodeContext()));
        methods.forEach(method -> method.addTo(namespace.getNodeContext()));
        nodeSets.forEach(set -> new NodeSetNamespace(server, set).startup());
        server.updateReferenceTypeTree();
        await(server.startup(), "start");
        ConditionRefresh.install(server, conditions);
        conditions.forEach(condition -> condition.runsIn(server));
        return this;
    }

    /** Closes the port and forgets all sessions. */
    public synchronized void stop() {
        if (server != null) {
            conditions.forEach(condition -> condition.runsIn(null));
            namespace.shutdown();
            await(server.shutdown(), "stop");
            server = null;
            namespace = null;
        }
    }

    /** Deletes all subscriptions while their sessions stay, as a server does that is short of memory. */
    public synchronized void endSubscriptions() {
        for (Session session : server.getSessionManager().getAllSessions()) {
            SubscriptionManager manager = session.getSubscriptionManager();
            UInteger[] ids = manager.getSubscriptions().stream().map(Subscription::getId).toArray(UInteger[]::new);
            await(manager.deleteSubscriptions(new DeleteSubscriptionsRequest(NO_ONE, ids)), "delete its subscriptions");
        }
    }

    /** Subscriptions that clients have now. */
    public synchronized int subscriptions() {
        return server.getSubscriptions().size();
    }

    /** Policy and mode of each session, such as {@code Basic256Sha256 Sign}. */
    public synchronized List<String> sessionProtections() {
        return server.getSessionManager().getAllSessions().stream()
                .map(session -> session.getSecurityConfiguration().getSecurityPolicy() + " "
                        + session.getSecurityConfiguration().getSecurityMode()).toList();
    }

    /** Closes all sessions while their TCP connections stay. */
    public synchronized void endSessions() {
        SessionManager sessions = server.getSessionManager();
        sessions.getAllSessions().forEach(session -> sessions.killSession(session.getSessionId(), true));
    }

    @Override
    public void close() {
        plant.shutdownNow();
        stop();
    }

    private OpcUaServerConfig configuration() {
        EndpointConfig.Builder endpoint = EndpointConfig.newBuilder().setBindAddress("127.0.0.1").setHostname("127.0.0.1").setBindPort(port)
                .setPath("/testkit").setTransportProfile(TransportProfile.TCP_UASC_UABINARY).setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None);
        OpcUaServerConfigBuilder config = OpcUaServerConfig.builder().setApplicationName(LocalizedText.english("Gemello test server"))
                .setApplicationUri(ServerProtection.APPLICATION_URI).setProductUri(NAMESPACE).setLimits(limits());
        if (protection == null) {
            config.setEndpoints(Set.of(endpoint.addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS).build()))
                    .setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine()));
        } else {
            protection.apply(config, endpoint);
        }
        return config.build();
    }

    private OpcUaServerConfigLimits limits() {
        return new OpcUaServerConfigLimits() {
            @Override
            public UInteger getMaxMonitoredItemsPerCall() {
                return Unsigned.uint(itemsPerCall);
            }
        };
    }

    private static void await(Future<?> done, String what) {
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the server to " + what, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the server did not " + what, e);
        }
    }
}
