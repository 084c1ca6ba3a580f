package org.openbeian.core.eligibility;

import static org.openbeian.api.eligibility.Need.NOT_REQUIRED;
import static org.openbeian.api.eligibility.Need.OPTIONAL;
import static org.openbeian.api.eligibility.Need.REQUIRED;
import static org.openbeian.api.eligibility.Need.UNKNOWN;

import org.openbeian.api.eligibility.Scenario;
import org.openbeian.api.model.FilingType;

/** The decision table of W-17 to W-24, Q-21 to Q-24, E-25 and E-36 to E-49: the first row that fits decides. */
final class DecisionTable {

    private DecisionTable() {
    }

    static Decision decide(Situation s) {
        Decision decision = new Decision();
        if (Boolean.FALSE.equals(s.publicAddress())) {
            return decision.use("W-24").needs(NOT_REQUIRED, NOT_REQUIRED);
        }
        if (Boolean.FALSE.equals(s.mainland())) {
            return decision.use(s.scenario() == Scenario.OBJECT_STORAGE ? "E-43" : "W-17", "Q-02").needs(NOT_REQUIRED, NOT_REQUIRED);
        }
        if (s.mainland() == null) {
            return decision.use("Q-01", "Q-02").without("mainland");
        }
        return switch (s.scenario()) {
            case MAIL -> mail(s, decision);
            case SITE_BUILDER -> served(s, decision.use("E-40", "E-41"));
            case OBJECT_STORAGE -> fronted(s, decision.use("E-42", "E-43"));
            case WAF -> fronted(s, decision.use("E-47", "E-48"));
            case SITE, APP, GOVERNMENT_SITE -> served(s, decision);
        };
    }

    /** What is served from here: filed and accessed here. */
    private static Decision served(Situation s, Decision decision) {
        boolean app = s.scenario() == Scenario.APP;
        boolean sub = s.sub() && !s.ownUnit();
        if (s.ownUnit()) {
            decision.use("Q-23");
        }
        return switch (s.filed()) {
            case HERE -> decision.use(sub ? new String[] {"Q-21", "E-25"} : new String[] {"A-01"}).needs(NOT_REQUIRED, NOT_REQUIRED);
            case ELSEWHERE -> {
                decision.remark = sub;
                decision.use(sub ? new String[] {"W-22", "Q-22", "Q-10"} : app ? new String[] {"A-05"}
                    : new String[] {"Q-09", "E-06", "W-26"}).use("Q-11", "Q-39", "A-04").needs(NOT_REQUIRED, REQUIRED)
                    .file(FilingType.ACCESS);
                yield Boolean.FALSE.equals(s.originalValid()) ? decision : s.originalValid() == null ? decision.without("originalValid")
                    : decision.use("Q-12", "Q-05");
            }
            case NOWHERE -> {
                decision.use(sub ? new String[] {"W-22", "Q-24", "W-23"} : new String[] {"Q-01", "E-06"}).use("Q-08")
                    .needs(REQUIRED, REQUIRED);
                yield consequences(app, types(s, decision));
            }
            case UNKNOWN -> consequences(app, decision.use("Q-01", "Q-15").needs(UNKNOWN, REQUIRED).without("filed")
                .file(FilingType.FIRST, FilingType.NEW_SERVICE, FilingType.ACCESS));
        };
    }

    /** Storage and firewall: where the origin stands and what resolves here decides on the access. */
    private static Decision fronted(Situation s, Decision decision) {
        if (Boolean.TRUE.equals(s.originHere())) {
            return served(s, decision.use("E-44"));
        }
        if (s.originHere() == null) {
            return open(s, decision.without("originHere"));
        }
        if (Boolean.TRUE.equals(s.domainHere())) {
            return served(s, decision.use("E-49"));
        }
        if (Boolean.TRUE.equals(s.subHere())) {
            return served(s, decision.use("E-46"));
        }
        if (s.domainHere() == null || s.subHere() == null) {
            return open(s, decision.without(s.domainHere() == null ? "domainResolvedHere" : "subDomainResolvedHere"));
        }
        return number(s, decision.use("E-45")).needs(decision.filing, NOT_REQUIRED);
    }

    private static Decision open(Situation s, Decision decision) {
        return number(s, decision).needs(decision.filing, UNKNOWN);
    }

    private static Decision mail(Situation s, Decision decision) {
        return number(s, decision.use("E-38", "E-39")).needs(decision.filing, OPTIONAL);
    }

    /** What needs a number, wherever it comes from. */
    private static Decision number(Situation s, Decision decision) {
        return switch (s.filed()) {
            case HERE, ELSEWHERE -> decision.needs(NOT_REQUIRED, NOT_REQUIRED);
            case NOWHERE -> types(s, decision.use("W-23").needs(REQUIRED, NOT_REQUIRED));
            case UNKNOWN -> decision.use("Q-15").needs(UNKNOWN, NOT_REQUIRED).without("filed");
        };
    }

    private static Decision types(Situation s, Decision decision) {
        if (s.organizerFiled() == null) {
            return decision.use("E-08", "E-09").file(FilingType.FIRST, FilingType.NEW_SERVICE).without("organizerFiled");
        }
        return s.organizerFiled() ? decision.use("E-09").file(FilingType.NEW_SERVICE) : decision.use("E-08").file(FilingType.FIRST);
    }

    private static Decision consequences(boolean app, Decision decision) {
        return app ? decision.use("E-21", "E-05") : decision.use("Q-03", "Q-04", "W-18");
    }
}
