package org.openbeian.shell;

import java.util.Locale;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBooks;

/** The ways in which people name a province. */
final class ProvinceName {

    /** What an argument says about them. */
    static final String HELP = "Six-digit code, filing prefix such as 粤, or the last part of the bundle's name such as guangdong";

    private ProvinceName() {
    }

    /** The code of a province with an installed rule bundle. */
    static String id(RuleBooks books, String province) throws CommandException {
        String suffix = "." + province.toLowerCase(Locale.ROOT);
        return books.candidates().stream()
                .filter(bundle -> bundle.provinceId() != null)
                .filter(bundle -> bundle.provinceId().equals(province) || bundle.bundle().endsWith(suffix))
                .map(RuleBooks.Candidate::provinceId).findFirst()
                .or(() -> books.current().profiles().stream().filter(profile -> province.equals(profile.filingPrefix()))
                        .map(ProvinceProfile::provinceId).findFirst())
                .orElseThrow(() -> new CommandException("No rule bundle is installed for the province '" + province
                        + "'; beian:province-list shows those that are."));
    }
}
