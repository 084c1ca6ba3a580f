package org.openbeian.api.rules;

import java.util.Set;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;

/**
 * What a province's bundle says beside its rules; gaps are filled from the national bundle.
 *
 * @param provinceId six-digit GB/T 2260 code
 * @param name name of the province
 * @param authority name of its communications administration
 * @param filingPrefix character in its filing numbers, such as 粤
 * @param rulesVersion version of the rule text
 * @param coverage {@code local} or {@code national-only}
 * @param reviewMinDays usual shortest review in working days
 * @param reviewMaxDays longest review in working days (W-30)
 * @param footerNumber {@code service} or {@code either} (T-55)
 * @param copyrightNotice whether the footer needs a copyright line (T-47)
 * @param switchedOff filing types that the province does not take
 * @param interfaceProfile newest version of the interface that its authority takes: {@code V.3.0}, the ministry's, or {@code X.1.0},
 *     our extension of it
 * @param bundle symbolic name of the bundle
 * @param bundleVersion version of the bundle
 */
public record ProvinceProfile(String provinceId, LocalizedText name, LocalizedText authority, String filingPrefix,
        String rulesVersion, String coverage, int reviewMinDays, int reviewMaxDays, String footerNumber,
        boolean copyrightNotice, Set<FilingType> switchedOff, String interfaceProfile, String bundle,
        String bundleVersion) {
}
