package org.openbeian.publicsecurity;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.PreApproval;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityForm;
import org.openbeian.api.publicsecurity.PublicSecurityForm.IpRange;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Person;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Site;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Subject;
import org.openbeian.api.site.FiledSite;

/** What the filing says already, so that nothing is entered twice (T-60, T-100 to T-105). */
final class Prefill {

    private Prefill() {
    }

    /**
     * The form as far as the filing fills it.
     *
     * @param service the service of the order that the site is
     * @param ips its public addresses
     * @param known the form of another site of the organizer, whose subject and person are taken over, or null
     */
    static PublicSecurityForm form(FiledSite site, Application filing, InternetService service, List<String> ips,
            PublicSecurityForm known) {
        Subject subject = known == null ? subject(filing.organizer()) : known.organizer();
        Person person = known == null ? new Person(null, filing.organizer() == null ? null : filing.organizer().principal(), null)
            : known.person();
        return new PublicSecurityForm(subject, person, site(site, service, ips, subject), role(service, person),
            new Person(true, null, null),
            new Person(true, null, null));
    }

    /** The case with the opening that is recorded for its site, where its form has none: it may be recorded after the case began. */
    static PublicSecurityCase opened(PublicSecurityCase found, Supplier<LocalDate> openedOn) {
        PublicSecurityForm form = found.form();
        if (form == null || form.site() == null || form.site().openedOn() != null) {
            return found;
        }
        Site old = form.site();
        Site site = new Site(old.name(), old.number(), old.domains(), openedOn.get(), old.ips(), old.access(), old.registrar(),
            old.serviceTypes(), old.interactive(), old.preApprovals(), old.dangerousGoods());
        return new PublicSecurityCase(found.id(), found.version(), found.orderId(), found.account(), found.organizerNumber(), found.state(),
            new PublicSecurityForm(form.organizer(), form.person(), site, form.siteContact(), form.security(), form.opinion()),
            found.statement(), found.appointment(), found.expectedAt(), found.steps(), found.handovers(), found.passing());
    }

    private static Subject subject(Organizer organizer) {
        return organizer == null ? null : new Subject(organizer.nature(), organizer.name(), organizer.certificateType(),
            organizer.certificateNumber(), organizer.postalAddress(), organizer.legalRepresentative());
    }

    private static Site site(FiledSite site, InternetService service, List<String> ips, Subject subject) {
        boolean individual = subject != null && subject.nature() != null && subject.nature().isPerson();
        return new Site(site.name(), site.number(), site.domains(), site.openedOn(),
            ips.stream().map(ip -> new IpRange(ip, ip)).toList(), null, null,
            List.of(individual ? "博客/个人空间" : "单位门户网站"), null,
            service == null ? List.of() : service.preApprovals().stream().map(PreApproval::type).distinct().toList(), false);
    }

    private static Person role(InternetService service, Person person) {
        boolean same = service == null || service.principal() == null || service.principal().equals(person.principal());
        return new Person(same, same ? null : service.principal(), null);
    }
}
