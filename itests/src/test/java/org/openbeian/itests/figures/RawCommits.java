package org.openbeian.itests.figures;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The baseline: how many transactions of one insert and one update a database commits per second. */
final class RawCommits {

    private static final int THREADS = 8;
    private static final int SECONDS = 5;

    private RawCommits() {
    }

    /** Commits per second over some seconds with eight connections. */
    static double perSecond(String url, String user, String password) throws SQLException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists raw_commit");
            statement.execute("create table raw_commit (id bigint primary key, state int, body varchar(200))");
        }
        AtomicLong ids = new AtomicLong();
        AtomicLong commits = new AtomicLong();
        CountDownLatch ready = new CountDownLatch(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long[] end = new long[1];
        for (int i = 0; i < THREADS; i++) {
            threads.submit(() -> {
                try (Connection connection = DriverManager.getConnection(url, user, password)) {
                    connection.setAutoCommit(false);
                    ready.countDown();
                    ready.await();
                    long stop = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
                    while (System.nanoTime() < stop) {
                        insertAndUpdate(connection, ids.incrementAndGet());
                        commits.incrementAndGet();
                    }
                    end[0] = System.nanoTime();
                }
                return null;
            });
        }
        ready.await();
        long begin = System.nanoTime();
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        return commits.get() / ((end[0] - begin) / 1e9);
    }

    private static void insertAndUpdate(Connection connection, long id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into raw_commit values (?, 0, ?)");
                PreparedStatement update = connection.prepareStatement("update raw_commit set state = 1 where id = ?")) {
            insert.setLong(1, id);
            insert.setString(2, "x".repeat(200));
            insert.executeUpdate();
            update.setLong(1, id);
            update.executeUpdate();
            connection.commit();
        }
    }
}
