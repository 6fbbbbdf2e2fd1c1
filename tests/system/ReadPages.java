// Reads pages back with PDFBox, which many resume parsers are built on, and asks its preflight
// whether a file is PDF/A-1b.
//   ReadPages text FILE.pdf...       writes FILE.pdfbox
//   ReadPages archive FILE.pdf...    prints a line for each fault
import java.io.File;
import java.io.PrintWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.text.PDFTextStripper;

public class ReadPages {
    static void readText(String path) throws Exception {
        String out = path.substring(0, path.length() - 3) + "pdfbox";
        try (PDDocument document = PDDocument.load(new File(path));
                PrintWriter writer = new PrintWriter(out, "UTF-8")) {
            new PDFTextStripper().writeText(document, writer);
        }
    }

    static void judge(String path) throws Exception {
        PreflightParser parser = new PreflightParser(new File(path));
        parser.parse();
        try (PreflightDocument document = parser.getPreflightDocument()) {
            document.validate();
            for (ValidationResult.ValidationError error : document.getResult().getErrorsList()) {
                System.out.println(path + ": " + error.getErrorCode() + " " + error.getDetails());
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[0].equals("text")) {
                readText(arguments[i]);
            } else {
                judge(arguments[i]);
            }
        }
    }
}
