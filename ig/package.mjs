// Lays out SUSHI's output as the FHIR package needs it: definitions and examples apart, with manifest and indexes.
// Usage: node package.mjs FSH_GENERATED SUSHI_CONFIG TARGET
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [generated, configFile, target] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const readJson = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));
const writeJson = (path, content) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(content, null, 2) + "\n");
};

/** Scalars of sushi-config.yaml; all that the manifest needs stands at top level. */
function configScalars() {
  const scalars = {};
  for (const line of readFileSync(configFile, "utf8").split("\n")) {
    const match = /^([A-Za-z]+): *(\S.*)$/.exec(line);
    if (match) {
      scalars[match[1]] = match[2].trim();
    }
  }
  return scalars;
}

function indexEntry(filename, resource) {
  const entry = { filename, resourceType: resource.resourceType, id: resource.id };
  for (const field of ["url", "version", "kind", "type", "derivation", "content"]) {
    if (typeof resource[field] === "string") {
      entry[field] = resource[field];
    }
  }
  return entry;
}

const sources = readJson(generated, "data", "fsh-index.json");
const examples = new Set(sources.filter((s) => s.fshFile.startsWith("examples/")).map((s) => s.outputFile));
const indexes = { resources: [], examples: [] };
for (const file of readdirSync(join(generated, "resources")).sort()) {
  const folder = examples.has(file) ? "examples" : "resources";
  const resource = readJson(generated, "resources", file);
  writeJson(join(target, "fsh-generated", folder, file), resource);
  indexes[folder].push(indexEntry(file, resource));
}

const config = configScalars();
const index = (files) => ({ "index-version": 2, files });
writeJson(join(target, "package", ".index.json"), index(indexes.resources));
writeJson(join(target, "package", "example", ".index.json"), index(indexes.examples));
writeJson(join(target, "package", "package.json"), {
  ...readJson(here, "manifest.json"),
  version: config.version,
  "tools-version": 3,
  type: "IG",
  canonical: config.canonical,
  url: config.canonical,
  fhirVersions: [config.fhirVersion],
  dependencies: { "hl7.fhir.r4.core": config.fhirVersion },
});
