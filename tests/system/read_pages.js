// Reads pages back with pdf.js, on which browsers and JavaScript resume parsers are built.
//   node read_pages.js FOLDER FILE.pdf...   writes FILE.pdfjs; FOLDER has node_modules/pdfjs-dist
"use strict";
const fs = require("fs");
const [folder, ...paths] = process.argv.slice(2);
const { warn, log } = console;
console.warn = console.log = () => {}; // that it cannot draw here says nothing of the file
const pdfjs = require(folder + "/node_modules/pdfjs-dist/legacy/build/pdf.js");
Object.assign(console, { warn, log });

async function read(path) {
    const data = new Uint8Array(fs.readFileSync(path));
    const verbosity = pdfjs.VerbosityLevel.WARNINGS;
    const pdf = await pdfjs.getDocument({ data, verbosity, disableFontFace: true }).promise;
    let text = "";
    for (let number = 1; number <= pdf.numPages; number++) {
        const content = await (await pdf.getPage(number)).getTextContent();
        text += content.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n";
    }
    fs.writeFileSync(path.replace(/pdf$/, "pdfjs"), text);
}

(async () => {
    for (const path of paths) await read(path);
})();
