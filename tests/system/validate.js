// Validates files by the published schema of JSON Resume; prints what it finds wrong.
//   node validate.js FOLDER FILE...    FOLDER has @jsonresume/schema, ajv and ajv-formats installed
const { readFileSync } = require("fs");
const { createRequire } = require("module");

const [folder, ...files] = process.argv.slice(2);
const load = createRequire(`${folder}/package.json`);
const schema = JSON.parse(readFileSync(`${folder}/node_modules/@jsonresume/schema/schema.json`));
delete schema.$schema; // a draft that ajv has to be told of
const ajv = new (load("ajv").default)({ strict: false, allErrors: true });
load("ajv-formats").default(ajv);
const validate = ajv.compile(schema);
for (const file of files) {
  if (!validate(JSON.parse(readFileSync(file)))) {
    console.log(file, validate.errors);
    process.exitCode = 1;
  }
}
