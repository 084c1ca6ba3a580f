package org.openbeian.core.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.order.FooterSnippet;
import org.openbeian.api.order.Order;
import org.openbeian.api.rules.ProvinceProfile;

/** What the pages of granted websites show at their bottom (T-46, T-47, T-53, T-55). */
public final class Footers {

    private Footers() {
    }

    /**
     * One snippet per service with its own number, and where the province accepts either number a second one with the
     * organizer's; empty before approval.
     *
     * @param profile the province's profile, if its rules are there
     * @param link address of the ministry's filing system
     */
    public static List<FooterSnippet> of(Order order, Optional<ProvinceProfile> profile, String link) {
        List<FooterSnippet> snippets = new ArrayList<>();
        if (order.grant() == null) {
            return snippets;
        }
        boolean either = profile.map(ProvinceProfile::footerNumber).filter("either"::equals).isPresent();
        String notice = profile.filter(ProvinceProfile::copyrightNotice)
            .map(asks -> "版权所有 © " + escape(order.application().organizer().name()) + " ").orElse("");
        for (int i = 0; i < order.grant().serviceNumbers().size(); i++) {
            InternetService service = order.application().services().get(i);
            String domain = service.domains().isEmpty() ? null : service.domains().get(0);
            snippets.add(snippet(domain, order.grant().serviceNumbers().get(i), notice, link));
            if (either) {
                snippets.add(snippet(domain, order.grant().organizerNumber(), notice, link));
            }
        }
        return snippets;
    }

    private static FooterSnippet snippet(String domain, String number, String notice, String link) {
        return new FooterSnippet(domain, number,
            notice + "<a href=\"" + escape(link) + "\" target=\"_blank\">" + escape(number) + "</a>", link);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
            .replace("'", "&#39;");
    }
}
