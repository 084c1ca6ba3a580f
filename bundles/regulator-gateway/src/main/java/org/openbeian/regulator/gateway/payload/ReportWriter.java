package org.openbeian.regulator.gateway.payload;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openbeian.api.authority.ReportUpload;
import org.openbeian.api.report.ReportField;
import org.openbeian.api.report.ReportKind;

/** Writes {@code UploadData} with reports whose content is checked. Used once, by one thread. */
public final class ReportWriter {
    /** Ids of ranges in one report; with its number they are never used twice. */
    private static final long RANGES = 100_000;
    static final String OUR_ID = "IspId";
    private static final String PURPOSE = "Fjyt";
    /** The order in which the schema has the parts of ICP. */
    private static final List<ReportKind> ORDER = List.of(ReportKind.VERIFICATION, ReportKind.UNFILED_SITE, ReportKind.MATERIAL);

    private final CheckedXmlWriter xml = new CheckedXmlWriter(8192);
    private final Shrinker pictures;
    private long number;
    private long range;

    /** Makes a picture small enough. */
    public interface Shrinker {

        /**
         * The picture within a limit.
         *
         * @throws java.io.IOException when it cannot be read or not be made small enough
         */
        byte[] within(byte[] picture, int maxBytes) throws java.io.IOException;
    }

    private ReportWriter(Shrinker pictures) {
        this.pictures = pictures;
    }

    /**
     * Writes reports.
     *
     * @param unitId {@code Qqdwid}, the provider's id at the authority
     * @param reports 1 to {@value UploadWriter#MAX_RECORDS} reports, or one that is about addresses
     * @return the document, or everything that is wrong with it, by position of the report in the list
     */
    public static UploadDocument write(long unitId, List<ReportUpload> reports, Shrinker pictures) {
        ReportWriter writer = new ReportWriter(pictures);
        boolean addresses = reports.get(0).kind().isAboutAddresses();
        if (reports.size() > (addresses ? 1 : UploadWriter.MAX_RECORDS)) {
            throw new IllegalArgumentException("a file of " + reports.size() + " reports cannot be built");
        }
        writer.xml.root("UploadData", Extension.NATIONAL).open(addresses ? "IP" : "ICP");
        if (addresses) {
            writer.record(reports, 0, last(reports.get(0).kind()), null);
        } else {
            ORDER.forEach(kind -> writer.section(kind, reports));
        }
        writer.xml.record(-1);
        writer.xml.number("Qqdwid", unitId, 1, CheckedXmlWriter.ANY);
        writer.xml.close().close();
        return writer.xml.finish();
    }

    /**
     * Our number of the report that an id of a range was made from.
     *
     * @param rangeId {@code IspId} as the authority names it
     */
    public static long numberOf(long rangeId) {
        return rangeId / RANGES;
    }

    /**
     * Which of the ranges of its report an id was made from, from 1.
     *
     * @param rangeId {@code IspId} as the authority names it
     */
    public static long rangeOf(long rangeId) {
        return rangeId % RANGES;
    }

    private static String last(ReportKind kind) {
        return kind.element().substring(kind.element().lastIndexOf('/') + 1);
    }

    private void section(ReportKind kind, List<ReportUpload> reports) {
        if (reports.stream().noneMatch(report -> report.kind() == kind)) {
            return;
        }
        xml.open(kind.element().split("/")[1]);
        int index = 0;
        for (int i = 0; i < reports.size(); i++) {
            if (reports.get(i).kind() == kind) {
                record(reports, i, last(kind), index);
                index++;
            }
        }
        xml.close();
    }

    private void record(List<ReportUpload> reports, int position, String element, Integer index) {
        ReportUpload report = reports.get(position);
        number = report.number();
        range = 0;
        xml.record(position);
        if (index == null) {
            xml.open(element);
        } else {
            xml.open(element, index);
        }
        group(ReportContent.given(report.content()), ReportForms.fields(report.kind()));
        xml.close();
    }

    private void group(Map<?, ?> content, List<ReportField> fields) {
        for (ReportField field : fields) {
            if (OUR_ID.equals(field.name())) {
                range++;
                xml.number(OUR_ID, number * RANGES + range, 1, CheckedXmlWriter.ANY);
                continue;
            }
            List<?> values = ReportContent.values(field, content.get(field.name()));
            for (int i = 0; i < values.size(); i++) {
                value(field, values.get(i), i, content);
            }
        }
    }

    private void value(ReportField field, Object value, int index, Map<?, ?> beside) {
        switch (field.type()) {
            case GROUP -> {
                if (field.many()) {
                    xml.open(field.name(), index);
                } else {
                    xml.open(field.name());
                }
                group((Map<?, ?>) value, field.fields());
                xml.close();
            }
            case NUMBER -> xml.number(field.name(), ReportContent.number(value), field.min(), field.max());
            case ADDRESS -> xml.number(field.name(), ReportContent.address(value), field.min(), field.max());
            case PICTURE -> picture(field.name(), (String) value, beside);
            default -> xml.optional(field.name(), (String) value, (int) field.min(), (int) Math.min(field.max(), Integer.MAX_VALUE));
        }
    }

    private void picture(String name, String base64, Map<?, ?> beside) {
        Long purpose = ReportContent.number(beside.get(PURPOSE));
        int most = purpose == null ? Attachment.MAX_BYTES : Attachment.maxBytes(purpose);
        try {
            xml.picture(name, pictures.within(Base64.getDecoder().decode(base64), most), most);
        } catch (java.io.IOException e) {
            xml.violation(name, "cannot be sent: " + e.getMessage());
        }
    }
}
