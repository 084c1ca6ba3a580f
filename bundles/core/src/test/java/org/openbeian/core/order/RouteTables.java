package org.openbeian.core.order;

/** Tables of routes for tests of other packages. */
public final class RouteTables {

    private RouteTables() {
    }

    /** A table with these lines. */
    public static AuthorityRoutes of(String... lines) {
        return new AuthorityRoutes(AuthorityRoutesTest.table(lines));
    }
}
