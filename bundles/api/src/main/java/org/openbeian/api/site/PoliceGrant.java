package org.openbeian.api.site;

import java.time.LocalDate;

/**
 * A granted public-security number (公安联网备案号, T-93).
 *
 * @param number such as 粤公网安备44030502000001号
 * @param grantedOn day in Asia/Shanghai on which it was granted
 */
public record PoliceGrant(String number, LocalDate grantedOn) {
}
