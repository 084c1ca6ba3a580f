package org.openbeian.api.rules;

import java.util.List;
import org.openbeian.api.model.LocalizedText;

/**
 * A material that a case needs.
 *
 * @param type material type
 * @param subject JSON pointer to what it proves
 * @param name name for people
 * @param conditions conditions on the picture, for people
 * @param minBytes smallest size in bytes
 * @param maxBytes largest size in bytes
 * @param mediaTypes accepted media types
 * @param required whether the case cannot be submitted without it
 * @param source where the demand comes from
 * @param bundle symbolic name of the bundle that brought it
 * @param template slot of the form that the applicant fills in, which the operator may load; null when there is none
 */
public record NeededMaterial(String type, String subject, LocalizedText name, List<LocalizedText> conditions,
        long minBytes, long maxBytes, List<String> mediaTypes, boolean required, RuleSource source, String bundle,
        String template) {

    /** A material without a form of its own. */
    public NeededMaterial(String type, String subject, LocalizedText name, List<LocalizedText> conditions,
            long minBytes, long maxBytes, List<String> mediaTypes, boolean required, RuleSource source, String bundle) {
        this(type, subject, name, conditions, minBytes, maxBytes, mediaTypes, required, source, bundle, null);
    }
}
