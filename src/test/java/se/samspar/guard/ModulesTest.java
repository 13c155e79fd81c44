package se.samspar.guard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import se.samspar.SamsparApplication;
import se.samspar.fhir.generated.Track;

/** Who may import whom (ARCHITECTURE.md). */
class ModulesTest {

    private static final String ROOT = "se.samspar";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final Set<String> KERNELS = Set.of("fhir", "rule", "store");

    /** What wires the kernels and the features together, and may know more of them. */
    private static final Set<String> SURROUNDINGS = Set.of("server", "security", "audit", "database", "demo", "web");

    /** Modules that live off the events of others. */
    private static final Set<String> LISTENERS = Set.of("notification", "followup", "rivta");

    /** What every feature may import besides itself. */
    private static final Set<String> SHARED =
            Set.of("rule", "fhir", "store", "directory", "consent", "attachment", "patient");

    static Stream<String> features() {
        return modules().stream()
                .filter(module ->
                        !KERNELS.contains(module) && !SURROUNDINGS.contains(module) && !LISTENERS.contains(module));
    }

    @Test
    void modulesKeepToWhatTheyDeclare() {
        ApplicationModules modules = ApplicationModules.of(SamsparApplication.class);
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .containsAll(KERNELS)
                .contains("directory", "track", "registration", "patient", "server", "security");
        modules.verify();
    }

    /** What is allowed and not needed would be used one day without anybody having decided it. */
    @ParameterizedTest
    @MethodSource("modules")
    void aModuleDeclaresWhatItUsesAndNoMore(String module) throws IOException {
        Set<String> used = CLASSES.stream()
                .filter(type -> module.equals(moduleOf(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> moduleOf(dependency.getTargetClass()))
                .filter(other -> !other.isEmpty() && !other.equals(module))
                .collect(Collectors.toSet());
        used.addAll(imported(module));
        assertThat(declared(module)).containsExactlyInAnyOrderElementsOf(used);
    }

    /** Also from the sources, since the compiler leaves out where a constant comes from. */
    private static Set<String> imported(String module) throws IOException {
        Pattern ours = Pattern.compile("^import (?:static )?se\\.samspar\\.(\\w+)\\.");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/se/samspar", module))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(ModulesTest::lines)
                    .flatMap(line -> ours.matcher(line).results())
                    .map(found -> found.group(1))
                    .filter(other -> !other.equals(module))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theCodeMapSaysTheSame(String module) throws IOException {
        String mayImport = Files.readString(Path.of("ARCHITECTURE.md"))
                .lines()
                .filter(line -> line.startsWith("| `%s` |".formatted(module)))
                .map(line -> line.split("\\|")[3].strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("ARCHITECTURE.md does not map the module"))
                .replace("nothing of ours", "")
                .replace("kernels", "`rule`, `fhir`, `store`")
                .replace("`", "");
        assertThat(Stream.of(mayImport.split(", ")).filter(name -> !name.isEmpty()))
                .containsExactlyInAnyOrder(declared(module));
    }

    @Test
    void everyModuleSaysWhatItIsFor() {
        assertThat(modules()).allSatisfy(module -> assertThat(CLASSES.contain(ROOT + "." + module + ".package-info"))
                .as("package-info.java of %s with purpose and allowed dependencies", module)
                .isTrue());
    }

    @Test
    void fhirImportsNothingOfOurs() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".fhir..")
                .should()
                .onlyDependOnClassesThat(notOursBut("fhir"))
                .check(CLASSES);
    }

    @Test
    void ruleImportsJavaTheModelAndFhirOnly() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".rule")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.hl7.fhir.r4.model..",
                        "org.hl7.fhir.instance.model.api..",
                        "org.springframework.modulith",
                        ROOT + ".rule",
                        ROOT + ".fhir.."))
                .check(CLASSES);
    }

    @Test
    void storeImportsTheOtherKernelsOnly() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".store..")
                .should()
                .onlyDependOnClassesThat(notOursBut("store", "rule", "fhir"))
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("features")
    void featuresMeetOnlyInTheDirectoryAndInConsent(String feature) {
        classes()
                .that()
                .resideInAPackage(ROOT + "." + feature + "..")
                .should()
                .onlyDependOnClassesThat(notOursBut(
                        Stream.concat(Stream.of(feature), SHARED.stream()).toArray(String[]::new)))
                .check(CLASSES);
    }

    @Test
    void onlyTheStoreSpeaksToHapisStorage() {
        classes()
                .that(resideInAPackage(ROOT + "..")
                        .and(DescribedPredicate.not(resideInAnyPackage(ROOT + ".store..", ROOT + ".server.."))))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("ca.uhn.fhir.jpa.api.dao..")))
                .check(CLASSES);
    }

    @Test
    void noCodeKnowsATrackByName() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".fhir.generated", ROOT + ".demo..")
                .should()
                .accessFieldWhere(DescribedPredicate.describe(
                        "it is a constant of Track: the catalogue says what a track does",
                        access -> access.getTarget().getOwner().isEquivalentTo(Track.class)
                                && access.getTarget().getRawType().isEquivalentTo(Track.class)))
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> notOursBut(String... modules) {
        String[] allowed =
                Stream.of(modules).map(module -> ROOT + "." + module + "..").toArray(String[]::new);
        return DescribedPredicate.not(resideInAPackage(ROOT + ".."))
                .or(resideInAnyPackage(allowed))
                .as("outside the project or in %s", String.join(", ", modules));
    }

    private static Set<String> modules() {
        return CLASSES.stream()
                .map(ModulesTest::moduleOf)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Empty for what is not ours, or lies above the modules. */
    private static String moduleOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.")[0] : "";
    }

    private static String[] declared(String module) {
        return CLASSES.get(ROOT + "." + module + ".package-info")
                .getAnnotationOfType(ApplicationModule.class)
                .allowedDependencies();
    }
}
