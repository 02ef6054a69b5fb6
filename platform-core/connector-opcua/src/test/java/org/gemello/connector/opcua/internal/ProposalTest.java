package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gemello.api.TwinId;
import org.gemello.api.connection.Browsable.Proposal;
import org.gemello.binding.PointBinding;
import org.gemello.binding.SiteReader;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalTest {
    @TempDir
    private Path folder;

    private Proposal propose(String node, InputStream... nodeSets) throws Exception {
        try (OpcUaTestServer server = new OpcUaTestServer()) {
            for (InputStream set : nodeSets) {
                server.load(set);
            }
            server.start();
            try (RunningConnector running = new RunningConnector(new Site(server.endpoint())).awaitConnected()) {
                return running.connection().propose(node, new TwinId("press-1"));
            }
        }
    }

    private static InputStream press() {
        return ProposalTest.class.getResourceAsStream("press.nodeset.xml");
    }

    /** The points as the platform itself reads the proposed file. */
    private List<PointBinding> load(Proposal proposal) throws IOException {
        write("connections/plant.yaml", "connection: plant\nkind: opcua\nendpoint: opc.tcp://localhost:4840\nsecurity.policy: none\n");
        write("twins/press.yaml", "twins:\n  - {id: press-1, type: test/press}\n");
        write("bindings/press.yaml", proposal.yaml());
        return SiteReader.read(folder).orThrow().bindings("plant").get(0).points();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aPressBecomesABindingThatTheReaderTakes() throws Exception {
        Proposal proposal = propose("nsu=urn:gemello:press;s=Press", press());
        assertThat(load(proposal)).extracting(point -> point.point().id().name() + ' ' + point.address() + ' ' + point.point().unit())
                .containsExactlyInAnyOrder("Oil.Temperature nsu=urn:gemello:press;s=Oil.T Cel",
                        "Motor_Speed nsu=urn:gemello:press;s=Speed#1# {rev}/min", "Motor_Speed_2 nsu=urn:gemello:press;s=Speed2 1",
                        "Strange nsu=urn:gemello:press;s=Strange 1", "Zones.0 nsu=urn:gemello:press;s=Zones#[0] 1",
                        "Zones.1 nsu=urn:gemello:press;s=Zones#[1] 1", "Zones.2 nsu=urn:gemello:press;s=Zones#[2] 1",
                        "Recipe nsu=urn:gemello:press;s=Recipe 1");
        assertThat(load(proposal)).noneMatch(PointBinding::writable);
        assertThat(proposal.yaml()).contains("# Double; -10.0 to 120.0; of the oil: in the tank connection: elsewhere",
                "can be written: add 'write: true'", "# a property: - {point: Built");
        assertThat(proposal.notes()).anySatisfy(note -> assertThat(note).contains("Motor Speed", "became point 'Motor_Speed'"))
                .anySatisfy(note -> assertThat(note).contains("was taken from its display name: 'rpm'"))
                .anySatisfy(note -> assertThat(note).contains("'furlong', code 7", "write its UCUM unit"))
                .anySatisfy(note -> assertThat(note).contains("'Trend'", "elements are bound as 'nsu=urn:gemello:press;s=Trend#[0]'"))
                .anySatisfy(note -> assertThat(note).contains("'Picture'", "its type ByteString is neither number nor text"));
    }

    @Test
    void machinesAreIdentifiedAndTheirAxesNamedWell() throws Exception {
        Proposal proposal = propose("nsu=urn:gemello:press;s=Machines", press());
        assertThat(load(proposal)).extracting(point -> point.point().id().name()).containsExactly("Robot1.Arm.Axis_1.ActualPosition");
        assertThat(proposal.notes()).contains("identification of Robot1: Manufacturer = Acme, SerialNumber = 4711",
                "machine 'Robot2' should be a twin of its own: propose it from nsu=urn:gemello:press;s=R2");
        assertThat(proposal.yaml()).contains("#   Manufacturer = Acme");
    }

    @Test
    void whatHasNothingToBindGivesCommentsOnly() throws Exception {
        Proposal proposal = propose("nsu=urn:gemello:press;s=R2", press());
        assertThat(proposal.yaml().lines()).allMatch(line -> line.startsWith("#"));
        assertThat(proposal.notes()).anyMatch(note -> note.contains("nothing that can be bound"));
    }

    @Test
    void anUnknownNodeIsSaidToBeUnknown() {
        assertThatThrownBy(() -> propose("nsu=urn:gemello:press;s=Gone", press())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not know the node");
    }

    @Test
    void theMachinesOfTheCompanionSpecificationsAreIdentified() throws Exception {
        Path sets = Path.of(System.getProperty("gemello.reference.data", "../../../shared/data")).resolve("opcua-nodesets");
        assumeTrue(Files.isDirectory(sets), "the nodesets of the companion specifications are not at " + sets);
        try (InputStream di = Files.newInputStream(sets.resolve("Opc.Ua.Di.NodeSet2.xml"));
                InputStream machinery = Files.newInputStream(sets.resolve("Opc.Ua.Machinery.NodeSet2.xml"));
                InputStream robotics = Files.newInputStream(sets.resolve("Opc.Ua.Robotics.NodeSet2.xml"));
                InputStream examples = Files.newInputStream(sets.resolve("Opc.Ua.Machinery.Examples.NodeSet2.xml"))) {
            Proposal proposal = propose("nsu=http://opcfoundation.org/UA/Machinery/;i=1001", di, machinery, robotics, examples);
            assertThat(proposal.notes()).anyMatch(note -> note.startsWith("identification of ")
                    && note.contains("DeviceClass = Injection Moulding Machine") && note.contains("HardwareRevision = 014/15120129-2018"));
        }
    }
}
