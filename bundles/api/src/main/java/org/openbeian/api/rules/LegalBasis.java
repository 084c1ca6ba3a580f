package org.openbeian.api.rules;

/**
 * A law or regulation that rules and rejections rest on (W-01).
 *
 * @param id short name, such as MII33
 * @param title its title
 * @param number its number as printed, such as 国务院令第292号
 * @param issuer who issued it
 * @param date day or month from which it is in force
 * @param version version of the rule file that holds it
 */
public record LegalBasis(String id, String title, String number, String issuer, String date, String version) {
}
