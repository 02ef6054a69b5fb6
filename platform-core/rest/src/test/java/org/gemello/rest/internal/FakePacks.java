package org.gemello.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.gemello.api.job.JobView;
import org.gemello.api.pack.BindingFile;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackLogFilter;
import org.gemello.api.pack.PackLogLine;
import org.gemello.api.pack.PackOffer;
import org.gemello.api.pack.PackOperation;
import org.gemello.api.pack.PackPlan;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.PackSignature;
import org.gemello.api.pack.PackState;
import org.gemello.api.pack.PackVersion;
import org.gemello.api.pack.PackView;
import org.gemello.api.pack.Packs;
import org.gemello.api.pack.Publisher;
import org.gemello.api.pack.StagedPack;
import org.gemello.api.pack.ViewFile;

/** One pack is installed, its next version waits in quarantine. */
final class FakePacks implements Packs {
    static final String KEY = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final Instant NOON = FakePlatform.NOON;
    private static final PackSignature SIGNATURE = new PackSignature(PackSignature.State.TRUSTED, "gemello", KEY, "signed by gemello");
    private static final PackGrant ASKS = new PackGrant(List.of("*/WTUR.*"), List.of(), List.of(), false, List.of("weather.example.com:443"), 1);
    final List<PackRequest> requests = new ArrayList<>();
    final Map<String, byte[]> views = new LinkedHashMap<>();
    final List<PackLogLine> lines = new CopyOnWriteArrayList<>();
    final List<StagedPack> quarantine = new CopyOnWriteArrayList<>();
    String version = "0.1.0";
    int reads;

    FakePacks() {
        logs(PackLogLine.Level.INFO, "0.0.9", "starts", "");
        logs(PackLogLine.Level.ERROR, "0.1.0", "cannot go on", "java.io.IOException: broken");
        quarantine.add(new StagedPack("energy-0.2.0", "energy", "0.2.0", Map.of("en", "Energy"), Map.of("en", "Turbines"), SIGNATURE, ASKS,
                List.of(), KEY, NOON));
    }

    @Override
    public List<PackView> packs() {
        return List.of(new PackView("energy", Map.of("en", "Energy", "ko", "에너지"), "gemello", "Apache-2.0", PackState.ACTIVE, "", "in-process",
                "0.1.0", List.of(new PackVersion("0.1.0", KEY, 81_234, NOON, true)), Map.of("energy/wind-turbine", 1), SIGNATURE, PackGrant.NONE, ""));
    }

    @Override
    public Optional<PackView> pack(String id) {
        return packs().stream().filter(pack -> pack.id().equals(id)).findFirst();
    }

    @Override
    public StagedPack stage(InputStream file, Caller caller) throws IOException, PackRefusedException {
        if (file.readAllBytes().length < 4) {
            throw new PackRefusedException("the file is no zip archive; build it with gemello pack build");
        }
        return staged().get(0);
    }

    @Override
    public List<StagedPack> staged() {
        return List.copyOf(quarantine);
    }

    @Override
    public boolean discard(String handle, Caller caller) {
        return handle.equals("energy-0.2.0");
    }

    @Override
    public PackPlan plan(PackRequest request) {
        requests.add(request);
        return new PackPlan(request.action(), "energy", "0.1.0", "0.2.0",
                List.of(new PackPlan.TwinChange("wt-01", "energy/wind-turbine", 1, 2, "one migration", true)), List.of("point x is added"), List.of(),
                new PackPlan.Permissions(List.of("network weather.example.com:443"), List.of(), List.of()), List.of(), List.of("3 twins change"));
    }

    @Override
    public JobView start(PackRequest request, Caller caller) {
        if (request.source().equals("nothing")) {
            throw new IllegalArgumentException("there is no pack 'nothing' in quarantine");
        }
        requests.add(request);
        return FakeOffice.job("j1", JobView.State.WAITING);
    }

    @Override
    public JobView verify(String id, Caller caller) {
        return FakeOffice.job("j1", JobView.State.WAITING);
    }

    @Override
    public List<PackOperation> operations() {
        return List.of(new PackOperation("j2", PackRequest.Action.INSTALL, "energy", "", "0.1.0", "root", NOON, NOON.plusSeconds(9),
                PackOperation.Outcome.DONE, "", List.of(new PackOperation.Step("plan", NOON, "3 twins change")), List.of(81_000L)));
    }

    @Override
    public Optional<byte[]> file(String id, String path) {
        if (views.containsKey(path)) {
            reads++;
            return Optional.of(views.get(path));
        }
        return path.equals("views/turbine.svg") ? Optional.of("<svg/>".getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    @Override
    public List<ViewFile> views() {
        List<ViewFile> files = new ArrayList<>();
        views.forEach((path, content) -> files.add(new ViewFile("energy", version, path.replaceAll("views/|[.].*", ""), path,
                Map.of("en", "Power", "ko", "출력"), sha256(content), content.length)));
        return files;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<BindingFile> bindings() {
        return List.of(new BindingFile("energy", "0.1.0", "demo-plant", "bindings/plant.yaml", Map.of("en", "Demo plant"), "plant", List.of("wt-01", "wt-02")),
                new BindingFile("energy", "0.1.0", "demo-mast", "bindings/mast.yaml", Map.of("en", "Demo mast"), "mast", List.of("mast-1")));
    }

    @Override
    public List<PackLogLine> log(String id, PackLogFilter filter) {
        return id.equals("energy") ? lines.stream().filter(filter::matches).toList() : List.of();
    }

    @Override
    public Map<String, Long> logged() {
        return Map.of("energy", lines.get(0).id());
    }

    /** The newest line. */
    void logs(PackLogLine.Level level, String version, String message, String trace) {
        lines.add(0, new PackLogLine(lines.size() + 1, NOON.plusSeconds(lines.size()), level, version, "org.gemello.Turbine", message, trace,
                trace.isEmpty() ? Optional.empty() : Optional.of(new TwinId("wt-01"))));
    }

    @Override
    public List<Publisher> publishers() {
        return List.of(new Publisher("gemello", KEY, false, true));
    }

    @Override
    public Publisher trust(String publisher, String pem, Caller caller) {
        if (!pem.contains("PUBLIC KEY")) {
            throw new IllegalArgumentException("this is no public key in PEM");
        }
        return new Publisher(publisher, KEY, false, false);
    }

    @Override
    public boolean revoke(String key, Caller caller) {
        return key.equals(KEY);
    }

    @Override
    public List<PackOffer> search(String text) {
        return List.of(new PackOffer("stick", "energy", "0.2.0", Map.of("en", "Energy"), "gemello", true, "installed: 0.1.0", 81_234));
    }

    @Override
    public StagedPack fetch(String repository, String id, String version, Caller caller) {
        return staged().get(0);
    }
}
