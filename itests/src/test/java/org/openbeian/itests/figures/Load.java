package org.openbeian.itests.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.ServerProcess;

/** Eight clients that file one website after the other, each from draft to number. */
final class Load {

    private static final int CLIENTS = 8;

    private final ServerProcess server;
    private final int firstSerial;

    Load(ServerProcess server, int firstSerial) {
        this.server = server;
        this.firstSerial = firstSerial;
    }

    /** Puts the cloud servers of the filings into the inventory. */
    void importResources(int count) {
        RestClient operator = server.as("operator");
        for (int i = 0; i < count; i++) {
            steps(i).importResource(operator, "applicant", LocalDate.now());
        }
    }

    /** Files and waits until every number is there; returns the seconds it took. */
    double file(int count) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> work = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < CLIENTS; i++) {
            work.add(clients.submit(() -> {
                List<FilingSteps> mine = new ArrayList<>();
                for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    mine.add(fileOne(n));
                }
                for (FilingSteps steps : mine) {
                    while (!steps.order().at("/progress/state").asText().equals("APPROVED")) {
                        LockSupport.parkNanos(200_000_000);
                    }
                }
                return null;
            }));
        }
        for (Future<?> client : work) {
            client.get();
        }
        clients.shutdown();
        return (System.nanoTime() - begin) / 1e9;
    }

    private FilingSteps fileOne(int n) {
        FilingSteps steps = submit(n);
        steps.passPreReview();
        return steps;
    }

    /** Brings one filing to the specialists' queue. */
    FilingSteps submit(int n) {
        FilingSteps steps = steps(n);
        steps.startDraft();
        steps.fillIn();
        steps.uploadMaterials();
        steps.submit().expectSuccess();
        return steps;
    }

    private FilingSteps steps(int n) {
        return new FilingSteps(server.as("applicant"), server.as("specialist"),
                new SampleFiling(SampleFiling.Place.GUANGDONG, firstSerial + n));
    }
}
