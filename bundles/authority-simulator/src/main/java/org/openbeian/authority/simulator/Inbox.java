package org.openbeian.authority.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.xml.stream.XMLStreamException;
import org.openbeian.regulator.gateway.payload.DownloadReader;
import org.openbeian.regulator.gateway.payload.Extension;
import org.openbeian.regulator.gateway.payload.Schemas;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.openbeian.regulator.gateway.wire.ReturnCode;
import org.openbeian.regulator.gateway.wire.ReturnMessage;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.regulator.gateway.wire.XmlInput;
import org.openbeian.regulator.gateway.wire.XmlNode;

/** Takes uploads: number, content, schema, rules, then the books. Thread-safe. */
final class Inbox {
    private static final int MAX_DOCUMENT_BYTES = 200 * 1024 * 1024;
    private static final int MOST_LISTED = 100;
    private static final Pattern SUBJECT_ID = Pattern.compile("<IspZtid>\\s*(\\d{1,18})\\s*</IspZtid>");

    private final Clock clock;
    private final Path directory;
    private final Ledger ledger;
    private final Scenarios scenarios;
    private final Map<String, Set<String>> registered;
    private final Set<String> plain;

    Inbox(Clock clock, Path directory, Ledger ledger, Scenarios scenarios, Map<String, Set<String>> registered, Set<String> plain) {
        this.registered = registered;
        this.plain = plain;
        this.clock = clock;
        this.directory = directory;
        this.ledger = ledger;
        this.scenarios = scenarios;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator cannot make " + directory, e);
        }
    }

    /**
     * Takes an upload; when this returns with code 0 everything is on disk.
     *
     * @param zip the compressed file, its hash checked
     */
    ReturnMessage take(Province province, long sequence, byte[] zip, String hash) throws WireException {
        ReturnMessage gap = gap(province, sequence);
        if (gap != null) {
            return gap;
        }
        Slimmer.Slim slim = Slimmer.slim(FileCodec.unzip(zip, MAX_DOCUMENT_BYTES));
        String document = DownloadReader.decode(slim.document());
        List<String> faults = faults(province, document);
        XmlNode root = faults.isEmpty() ? read(document) : null;
        List<Ledger.Checked> filings = faults.isEmpty() ? check(province, root, slim) : List.of();
        List<Ledger.Result> others = faults.isEmpty() ? ReportAnswers.to(root)
            : fileErrors(document, FileCodec.entryName(zip)).stream().map(xml -> new Ledger.Result("JG", xml)).toList();
        keep(province, sequence, zip);
        if (!ledger.accept(province.ispId(), sequence, hash, filings, others, clock.instant())) {
            return gap(province, sequence);
        }
        forget(province, sequence - 1);
        return ReturnMessage.of(ReturnCode.OK, "成功");
    }

    /** What would be found wrong with a file, each with its code; nothing is written down. */
    List<String> rehearse(Province province, byte[] zip) {
        try {
            Slimmer.Slim slim = Slimmer.slim(FileCodec.unzip(zip, MAX_DOCUMENT_BYTES));
            String document = DownloadReader.decode(slim.document());
            List<String> faults = faults(province, document);
            return faults.isEmpty() ? ledger.rehearse(check(province, read(document), slim))
                : faults.stream().map(fault -> "5001 " + fault).toList();
        } catch (WireException e) {
            return List.of(e.code() + " " + e.getMessage());
        }
    }

    private List<String> faults(Province province, String document) {
        return plain.contains(province.id()) && Schemas.isExtended(document)
            ? List.of("version " + Extension.VERSION + " is not agreed with this authority") : Schemas.uploadErrors(document);
    }

    /** Code 14 with the numbers to send first; for a number that was used it lists the next one. */
    private ReturnMessage gap(Province province, long sequence) {
        long expected = ledger.account(province.ispId()).sequence() + 1;
        if (sequence == expected) {
            return null;
        }
        return sequence < expected ? outOfSequence(province)
            : gap(LongStream.range(expected, Math.min(sequence, expected + MOST_LISTED)).boxed().toList());
    }

    /** Code 14 with the number that is to come next. */
    ReturnMessage outOfSequence(Province province) {
        return gap(List.of(ledger.account(province.ispId()).sequence() + 1));
    }

    private static ReturnMessage gap(List<Long> missing) {
        return new ReturnMessage(ReturnCode.SEQUENCE_GAP, "上报序列号不连续", missing, null, null, null);
    }

    private static XmlNode read(String document) throws WireException {
        try {
            return XmlNode.read(XmlInput.open(document));
        } catch (XMLStreamException e) {
            throw new WireException(ReturnCode.OTHER, "the document cannot be read");
        }
    }

    private List<Ledger.Checked> check(Province province, XmlNode root, Slimmer.Slim slim) {
        XmlNode icp = root.at("ICP");
        boolean ownUnit = Long.valueOf(province.ispId()).equals(icp.number("Qqdwid"));
        List<Ledger.Checked> checked = new ArrayList<>();
        int picture = 0;
        for (Submitted record : records(icp)) {
            int count = pictures(record.node());
            Submitted filing = new Submitted(record.kind(), record.node(), slim.pictures().subList(picture, picture + count));
            picture += count;
            List<DataChecks.DataError> errors = DataChecks.check(filing, province, registered.getOrDefault(province.id(), Set.of()));
            if (!ownUnit) {
                errors.add(new DataChecks.DataError(5003, "请求单位标识与调用单位不一致"));
            }
            checked.add(new Ledger.Checked(filing, scenarios.of(filing), errors));
        }
        return checked;
    }

    /** The records in the order of the document. */
    private static List<Submitted> records(XmlNode icp) {
        List<Submitted> records = new ArrayList<>();
        icp.at("XZBA").all("Baxx").forEach(node -> records.add(new Submitted(Submitted.Kind.FIRST, node, List.of())));
        icp.at("XZWZ").all("Xzxx").forEach(node -> records.add(new Submitted(Submitted.Kind.NEW_SITES, node, List.of())));
        icp.at("XZJR").all("Xzxx").forEach(node -> records.add(new Submitted(Submitted.Kind.NEW_ACCESS, node, List.of())));
        icp.at("BGBA").all("Bgxx").forEach(node -> records.add(new Submitted(Submitted.Kind.CHANGE, node, List.of())));
        icp.at("ZXBA").all("Zx_xx").forEach(node -> records.add(Submitted.cancellation(node)));
        return records;
    }

    private static int pictures(XmlNode node) {
        int own = node.name().equals("Fjnr") || node.name().equals("Spwj") ? 1 : 0;
        return own + node.children().stream().mapToInt(Inbox::pictures).sum();
    }

    private static List<String> fileErrors(String document, String name) {
        List<DataChecks.DataError> error = List.of(new DataChecks.DataError(5001, name));
        List<String> results = new ArrayList<>();
        Matcher ids = SUBJECT_ID.matcher(document);
        while (ids.find()) {
            results.add(ResultXml.processed(error, Submitted.Kind.FIRST.operation(), ids.group(1)));
        }
        return results.isEmpty() ? List.of(ResultXml.processed(error, Submitted.Kind.FIRST.operation(), null)) : results;
    }

    /** The file that an account sent last. */
    byte[] previous(Province province, long sequence) {
        try {
            return Files.readAllBytes(file(province, sequence));
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator lost the last upload of " + province.id(), e);
        }
    }

    private void keep(Province province, long sequence, byte[] zip) {
        try {
            Files.write(file(province, sequence), zip);
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator cannot keep an upload of " + province.id(), e);
        }
    }

    private void forget(Province province, long sequence) {
        try {
            Files.deleteIfExists(file(province, sequence));
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator cannot delete an old upload of " + province.id(), e);
        }
    }

    private Path file(Province province, long sequence) {
        return directory.resolve(province.id() + "-" + sequence + ".zip");
    }
}
