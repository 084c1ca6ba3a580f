package org.openbeian.store.jdbc;

import java.util.List;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** The same tests on H2 and on PostgreSQL, each with empty tables. */
@RunWith(Parameterized.class)
public abstract class OnBothDatabases {

    @Parameter
    public String product;

    Database database;

    @Parameters(name = "{0}")
    public static List<String> products() {
        return List.of("H2", "POSTGRESQL");
    }

    @Before
    public void openDatabase() {
        database = TestDatabases.fresh(Dialect.valueOf(product));
    }
}
