package org.openbeian.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.BeforeClass;
import org.junit.Test;

/** What the parts of core may know. */
public class ArchitectureTest {

    private static JavaClasses classes;

    @BeforeClass
    public static void read() {
        classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.openbeian");
        assertTrue("model and core are on the class path", classes.contain("org.openbeian.api.model.Application")
            && classes.contain("org.openbeian.core.order.OrderLifeCycle"));
    }

    @Test
    public void theModelKnowsNothingButJava() {
        noClasses().that().resideInAPackage("org.openbeian.api.model..").should().dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.openbeian.api.model..", "org.osgi.annotation..").check(classes);
    }

    @Test
    public void modelAndRulesKnowNoFrameworkDatabaseOrRoutes() {
        noClasses().that().resideInAnyPackage("org.openbeian.api.model..", "org.openbeian.core.rules..",
                "org.openbeian.core.fact..", "org.openbeian.core.identifier..")
            .and().haveNameNotMatching(".*Component(\\$.*)?")
            .should().dependOnClassesThat().resideInAnyPackage("org.osgi.framework..", "org.osgi.service..",
                "org.apache.camel..", "java.sql..", "javax.sql..").check(classes);
    }

    @Test
    public void coreKnowsNoDatabaseNoRoutesAndNoFace() {
        noClasses().that().resideInAPackage("org.openbeian.core..").should().dependOnClassesThat().resideInAnyPackage(
            "java.sql..", "javax.sql..", "org.apache.camel..", "org.apache.cxf..", "javax.ws.rs..", "org.apache.karaf..",
            "org.openbeian.store..", "org.openbeian.rest..", "org.openbeian.shell..", "org.openbeian.routes..").check(classes);
    }

    @Test
    public void nothingButTheClockTellsTheTime() {
        noClasses().that().resideInAPackage("org.openbeian.core..").should()
            .callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis").check(classes);
    }

    @Test
    public void theLifeCycleDoesNotKnowWhoCarriesEffectsOut() {
        noClasses().that().resideInAnyPackage("org.openbeian.core.order..", "org.openbeian.core.message..").should()
            .dependOnClassesThat().resideInAnyPackage("org.openbeian.core.effect..", "org.openbeian.core.exchange..").check(classes);
    }
}
