package org.openbeian.regulator.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openbeian.api.authority.FiledRecord;
import org.openbeian.api.authority.FilingSubmission;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.App;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;
import org.openbeian.regulator.gateway.payload.Attachment;
import org.openbeian.regulator.gateway.payload.Cancellation;
import org.openbeian.regulator.gateway.payload.ChangedFiling;
import org.openbeian.regulator.gateway.payload.NewAccess;
import org.openbeian.regulator.gateway.payload.NewFiling;
import org.openbeian.regulator.gateway.payload.NewSites;
import org.openbeian.regulator.gateway.payload.PersonRecord;
import org.openbeian.regulator.gateway.payload.SiteRecord;
import org.openbeian.regulator.gateway.payload.SubjectRecord;
import org.openbeian.regulator.gateway.payload.UploadRecord;

/**
 * Turns a filing of ours into the records of the interface V3.0, or X.1.0 where the authority takes it. All ids come from the
 * submission's number: the subject's is that number, a site's that number × 100 + its position from 1, those below a site likewise.
 * Used for one filing.
 */
final class FilingMapper {
    /** How many ids each id of ours leaves to what is below it. */
    static final long STEP = 100;
    private static final long ON_BEHALF = 1;

    private final FilingSubmission filing;
    private final AccessDefaults defaults;
    private final boolean extended;
    private final List<String> problems = new ArrayList<>();

    /**
     * What the model does not say about an access.
     *
     * @param location {@code Fbdd}, code of the place of the servers
     * @param method {@code Jrfs}, code of the way of access
     */
    record AccessDefaults(long location, long method) {
    }

    FilingMapper(FilingSubmission filing, AccessDefaults defaults, boolean extended) {
        this.filing = filing;
        this.defaults = defaults;
        this.extended = extended;
    }

    /** Why the filing cannot be expressed; complete after {@link #map}. */
    List<String> problems() {
        return problems;
    }

    /** The records, or none if there are {@link #problems}. */
    List<UploadRecord> map() {
        FiledRecord filed = filing.filed();
        boolean whole = filing.type() == FilingType.FIRST || changes();
        if (filing.type() != FilingType.FIRST && filed == null) {
            problems.add("it is not known which filed records the submission is about");
        }
        if (whole && filing.application().organizer() == null) {
            problems.add("/organizer is missing");
        }
        if (!problems.isEmpty()) {
            return List.of();
        }
        List<UploadRecord> records = switch (filing.type()) {
            case FIRST -> List.of(new NewFiling(subject(filing.application().organizer()), sites(), attachments()));
            case NEW_SERVICE -> List.of(new NewSites(filed.organizerNumber(), sites(), attachments(), filed.password()));
            case ACCESS -> accesses(filed);
            case CHANGE_ORGANIZER, CHANGE_SERVICE, CHANGE_BOTH -> List.of(new ChangedFiling(filed.organizerRecordId(),
                filed.organizerNumber(), subject(filing.application().organizer()), changedSites(filed), attachments(),
                filed.password()));
            case CANCEL_ORGANIZER -> List.of(cancellation(Cancellation.SUBJECT, filed.organizerRecordId()));
            case CANCEL_SERVICE -> filed.services().stream()
                .<UploadRecord>map(one -> cancellation(Cancellation.SITE, one.recordId())).toList();
            case CANCEL_ACCESS -> filed.services().stream().flatMap(one -> one.accessRecordIds().stream())
                .<UploadRecord>map(id -> cancellation(Cancellation.ACCESS, id)).toList();
        };
        if (records.isEmpty()) {
            problems.add("the authority's ids of what the submission is about are not known");
        }
        return problems.isEmpty() ? records : List.of();
    }

    private boolean changes() {
        return filing.type() == FilingType.CHANGE_ORGANIZER || filing.type() == FilingType.CHANGE_SERVICE
            || filing.type() == FilingType.CHANGE_BOTH;
    }

    private List<UploadRecord> accesses(FiledRecord filed) {
        List<UploadRecord> records = new ArrayList<>();
        List<SiteRecord> sites = sites();
        for (int i = 0; i < sites.size() && i < filed.services().size(); i++) {
            for (SiteRecord.AccessRecord access : sites.get(i).accesses()) {
                records.add(new NewAccess(filed.services().get(i).number(), access, records.isEmpty() ? attachments() : List.of(),
                    filed.password()));
            }
        }
        return records;
    }

    private List<ChangedFiling.ChangedSite> changedSites(FiledRecord filed) {
        List<SiteRecord> sites = sites();
        List<ChangedFiling.ChangedSite> changed = new ArrayList<>();
        for (int i = 0; i < sites.size() && i < filed.services().size(); i++) {
            FiledRecord.FiledService service = filed.services().get(i);
            changed.add(new ChangedFiling.ChangedSite(service.recordId(), service.number(), sites.get(i), service.accessRecordIds()));
        }
        return changed;
    }

    private Cancellation cancellation(long category, long recordId) {
        Basis basis = filing.application().basis();
        return new Cancellation(category, recordId, basis.cancelReason() == null ? 0 : basis.cancelReason().code(),
            basis.cancelRemark(), filing.filed().password());
    }

    private SubjectRecord subject(Organizer organizer) {
        return new SubjectRecord(filing.submissionNo(), organizer.name(),
            organizer.nature() == null ? null : (long) organizer.nature().code(), organizer.superiorUnit(),
            new SubjectRecord.AddressRecord(area(organizer.provinceId()), area(organizer.cityId()),
                organizer.countyId() == null ? null : area(organizer.countyId()), organizer.postalAddress()),
            code(organizer.certificateType()), organizer.certificateNumber(), organizer.certificateAddress(),
            person(organizer.principal()), ON_BEHALF, organizer.remark(), extended ? Extensions.of(organizer) : null);
    }

    /** 0 for what is missing or no number: the writer then says which element is wrong. */
    private static long area(String code) {
        return code != null && code.matches("\\d{6}") ? Long.parseLong(code) : 0;
    }

    private static long code(CertificateType type) {
        return type == null ? 0 : type.code();
    }

    private static PersonRecord person(Principal principal) {
        if (principal == null) {
            return new PersonRecord(null, null, null, null, null, null);
        }
        return new PersonRecord(principal.name(), principal.officePhone(), principal.mobile(), principal.email(),
            principal.certificateType() == null ? null : (long) principal.certificateType().code(), principal.certificateNumber());
    }

    private List<SiteRecord> sites() {
        List<SiteRecord> sites = new ArrayList<>();
        int index = 0;
        for (InternetService service : filing.application().services()) {
            if (service instanceof App && !extended) {
                problems.add("/services/" + index + ": the interface V3.0 has no element for an APP");
            } else {
                sites.add(site(service, index));
            }
            index++;
        }
        return sites;
    }

    private SiteRecord site(InternetService site, int index) {
        long id = siteId(index);
        List<SiteRecord.DomainRecord> domains = new ArrayList<>();
        for (String domain : site.domains()) {
            domains.add(new SiteRecord.DomainRecord(id * STEP + domains.size() + 1, domain.toLowerCase(Locale.ROOT)));
        }
        List<SiteRecord.AccessRecord> accesses = new ArrayList<>();
        for (Access access : site.accesses()) {
            accesses.add(access(access, index, id * STEP + accesses.size() + 1, accesses.size()));
        }
        return new SiteRecord(id, site.name(), approvals(site, index), site.contents().stream().map(Integer::longValue).toList(),
            site.languages().stream().map(Integer::longValue).toList(), domains, accesses, person(site.principal()),
            site instanceof WebSite web ? web.homeUrl() : null, remark(site), extended ? Extensions.of(site) : null);
    }

    /** V3.0 has no element for the licence of a commercial service (W-02), so that the remark names it. */
    private static String remark(InternetService site) {
        if (!Boolean.TRUE.equals(site.commercial()) || site.licenceNumber() == null) {
            return site.remark();
        }
        String licence = "经营性服务，经营许可证号：" + site.licenceNumber().strip();
        return site.remark() == null || site.remark().isBlank() ? licence : licence + "；" + site.remark();
    }

    private long siteId(int index) {
        return filing.submissionNo() * STEP + index + 1;
    }

    private SiteRecord.AccessRecord access(Access access, int service, long id, int position) {
        List<String> addresses = access.ips().isEmpty()
            ? filing.addresses().getOrDefault(service + "/" + access.resourceId(), List.of()) : access.ips();
        List<SiteRecord.IpRange> ranges = new ArrayList<>();
        for (String address : addresses) {
            long number = ipv4(address);
            if (number > 0) {
                ranges.add(new SiteRecord.IpRange(id * STEP + ranges.size() + 1, number, number));
            }
        }
        if (ranges.isEmpty()) {
            problems.add("/services/" + service + "/accesses/" + position
                + ": no public IPv4 address is known, and the interface V3.0 carries no other");
        }
        return new SiteRecord.AccessRecord(id, List.of(defaults.location()), List.of(defaults.method()), ranges);
    }

    /** The unsigned number of an IPv4 address, 0 for anything else. */
    static long ipv4(String address) {
        String[] parts = address == null ? new String[0] : address.strip().split("\\.", -1);
        if (parts.length != 4) {
            return 0;
        }
        long number = 0;
        for (String part : parts) {
            if (!part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
                return 0;
            }
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    private List<SiteRecord.Approval> approvals(InternetService site, int index) {
        List<SiteRecord.Approval> approvals = new ArrayList<>();
        for (int i = 0; i < site.preApprovals().size(); i++) {
            String subject = "/services/" + index + "/preApprovals/" + i;
            List<byte[]> pictures = new ArrayList<>();
            for (FilingSubmission.Attachment attachment : filing.attachments()) {
                byte[] picture = subject.equals(attachment.subject()) ? picture(attachment, Attachment.MAX_BYTES) : null;
                if (picture != null) {
                    pictures.add(picture);
                }
            }
            approvals.add(new SiteRecord.Approval(site.preApprovals().get(i).type().code(), site.preApprovals().get(i).number(), pictures));
        }
        return approvals;
    }

    private List<Attachment> attachments() {
        List<Attachment> attachments = new ArrayList<>();
        for (FilingSubmission.Attachment attachment : filing.attachments()) {
            if (attachment.subject().contains("/preApprovals/")) {
                continue;
            }
            AttachmentPurpose purpose = AttachmentPurpose.of(attachment.type(), attachment.subject());
            int service = service(attachment.subject());
            long ownerType = purpose.ofSite() && service >= 0 ? Attachment.SITE : Attachment.SUBJECT;
            byte[] picture = picture(attachment, Attachment.maxBytes(purpose.code()));
            if (picture != null) {
                attachments.add(attachment(purpose, picture, ownerType, service));
            }
        }
        return attachments;
    }

    /** What is filed already is named by its number, what is new by our id. */
    private Attachment attachment(AttachmentPurpose purpose, byte[] picture, long ownerType, int service) {
        boolean site = ownerType == Attachment.SITE;
        FiledRecord filed = filing.filed();
        boolean newSite = filing.type() == FilingType.FIRST || filing.type() == FilingType.NEW_SERVICE;
        String number = filed == null || site && newSite ? null : !site ? filed.organizerNumber()
            : service < filed.services().size() ? filed.services().get(service).number() : null;
        return new Attachment(Attachment.JPEG, purpose.code(), picture, ownerType,
            number != null ? 0 : site ? siteId(service) : filing.submissionNo(), number, null);
    }

    private byte[] picture(FilingSubmission.Attachment attachment, int maxBytes) {
        try {
            return Pictures.jpeg(attachment.content(), attachment.mediaType(), maxBytes);
        } catch (IOException e) {
            problems.add("material " + attachment.type() + " of " + attachment.subject() + ": " + e.getMessage());
            return null;
        }
    }

    private static int service(String pointer) {
        String[] steps = pointer.split("/");
        return steps.length > 2 && "services".equals(steps[1]) && steps[2].matches("\\d{1,4}") ? Integer.parseInt(steps[2]) : -1;
    }
}
