package org.gemello.exchange.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gemello.exchange.internal.csv.CsvRecords.CsvRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordsTest {
    @TempDir
    Path folder;

    private List<CsvRecord> records(byte[] bytes, char separator) throws IOException {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvRecords file = new CsvRecords(Files.write(folder.resolve("x.csv"), bytes), separator)) {
            for (CsvRecord record = file.next(); record != null; record = file.next()) {
                records.add(record);
            }
            assertThat(file.bytes()).isEqualTo(bytes.length);
        }
        return records;
    }

    private List<CsvRecord> records(String text) throws IOException {
        return records(text.getBytes(StandardCharsets.UTF_8), ',');
    }

    @Test
    void fieldsAreAsRfc4180Says() throws IOException {
        assertThat(records("a,b\r\n\"a \"\"b\"\", c\r\nd\",\r\n\r\nlast")).containsExactly(
                new CsvRecord(1, List.of("a", "b"), "", "a,b"),
                new CsvRecord(2, List.of("a \"b\", c\r\nd", ""), "", "\"a \"\"b\"\", c\r\nd\","),
                new CsvRecord(5, List.of("last"), "", "last"));
    }

    @Test
    void otherLineEndsSeparatorsAndAByteOrderMarkAreUnderstood() throws IOException {
        assertThat(records("\uFEFFa;b\r1;2\n3;4".getBytes(StandardCharsets.UTF_8), ';')).extracting(CsvRecord::fields)
                .containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("3", "4"));
    }

    @Test
    void anEmptyFileHasNoRecord() throws IOException {
        assertThat(records("")).isEmpty();
        assertThat(records("\r\n\n\r")).isEmpty();
    }

    @Test
    void whatIsNoCsvIsSaidOfItsRecordOnly() throws IOException {
        assertThat(records("a\"b,c\n\"x\"y,z\ngood,one\n\"open")).extracting(CsvRecord::problem).containsExactly(
                "a quote within a field that does not begin with one", "text after a closing quote", "",
                "a quote is not closed before the end of the file");
    }

    @Test
    void textThatIsNotUtf8SpoilsItsRecordOnly() throws IOException {
        assertThat(records(new byte[] {'a', ',', (byte) 0xC3, '\n', 'b', ',', 'c'}, ',')).extracting(CsvRecord::problem)
                .containsExactly("field 2 is not UTF-8", "");
    }

    @Test
    void aRecordThatDoesNotEndAndTooManyFieldsEndTheFile() {
        assertThatThrownBy(() -> records("good\n\"" + "x".repeat(CsvRecords.LONGEST + 10))).isInstanceOf(IOException.class)
                .hasMessageContaining("line 2").hasMessageContaining("is a quote not closed?");
        assertThatThrownBy(() -> records(",".repeat(CsvRecords.MOST_FIELDS))).isInstanceOf(IOException.class).hasMessageContaining("more than 2000 fields");
    }
}
