package nl.tweespoor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

class ArchitectureTest {

    @Test
    void roomsStandOnOneAnotherAndOnlyTheGroundFloorTouchesTheInsideOfCamunda() {
        JavaClasses house = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("nl.tweespoor");
        slices().matching("nl.tweespoor.(*)..").should().beFreeOfCycles().check(house);
        noClasses().that().resideInAPackage("nl.tweespoor.engine").should().dependOnClassesThat(
                resideInAPackage("nl.tweespoor..").and(resideOutsideOfPackage("nl.tweespoor.engine"))).check(house);
        noClasses().that().resideOutsideOfPackages("nl.tweespoor.engine", "nl.tweespoor.hardening").should()
                .dependOnClassesThat().resideInAnyPackage("org.camunda.bpm.engine.impl..", "org.camunda.bpm.dmn..impl..").check(house);
    }

    /** The last Tweespoor that starts in a virtual machine answers for every port, unless {@code AnswersHttp} sees to it. */
    @Test
    void testsAskOverHttpInTheContextsForIt() {
        JavaClasses tests = new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("nl.tweespoor");
        noClasses().that().areNotAnnotations().should().beAnnotatedWith(describe("a web environment",
                annotation -> annotation.getRawType().isEquivalentTo(SpringBootTest.class)
                        && annotation.as(SpringBootTest.class).webEnvironment() != SpringBootTest.WebEnvironment.MOCK)).check(tests);
    }
}
