package org.openbeian.api.model;

/**
 * What a government body or public institution says of itself (E-22 to E-34). Every field is null until entered.
 *
 * @param kind kind of government body
 * @param level level of government
 * @param administrative whether a public institution has administrative functions (E-24)
 * @param function its function (职能)
 * @param institutionType its type of institution (机构类型)
 * @param parentPortal portal domain of the government or department above it, such as www.example.gov.cn (E-27, E-28)
 */
public record GovernmentBody(GovernmentKind kind, GovernmentLevel level, Boolean administrative, String function,
        String institutionType, String parentPortal) {
}
