package org.gemello.gpack.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleRulesTest {
    private static List<String> check(String code) throws PackRefusedException {
        Findings findings = new Findings();
        ModuleRules.check("views/a.mjs", code.getBytes(StandardCharsets.UTF_8), findings);
        return findings.sorted().stream().map(Finding::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"export function mount(element, host) { host.important('import'); }", "export async function mount() {}",
        "export const mount = element => { element.textContent = 'from'; }", "function a(){}export{a as mount};", "function mount(){}\nexport { mount, b };"})
    void aModuleOfOneFilePasses(String code) throws Exception {
        assertThat(check(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"import './b.mjs';", "import x from 'https://example.com/x.mjs';", "import{x}from'./x.mjs';", "import * as x from 'x';",
        "import x, {y} from 'x';", "const a = await import('./b.mjs');", "const a = import ( b );", "export * from './b.mjs';", "export {a} from './b.mjs';",
        "console.log(import.meta.url);"})
    void whatComesFromElsewhereIsNamedWithItsLine(String line) throws Exception {
        assertThat(check("export function mount() {}\n" + line)).contains("error: views/a.mjs:2: imports another file; bundle the module into one file");
    }

    @Test
    void aModuleWithoutMount() throws Exception {
        assertThat(check("export function show() {}")).anyMatch(text -> text.startsWith("error") && text.contains("exports no 'mount'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eval('1')", "new Function('1')", "element.innerHTML = ''", "fetch('/api')", "new WebSocket('ws://x')", "document.write('x')"})
    void whatTheFrameRefusesIsAWarning(String code) throws Exception {
        assertThat(check("export function mount(element) { " + code + " }")).hasSize(1).allMatch(text -> text.startsWith("warning: views/a.mjs:1"));
    }

    @Test
    void whatIsNoTextOrTooLarge() {
        assertThatThrownBy(() -> ModuleRules.check("a.mjs", new byte[] {(byte) 0xff, 0}, new Findings())).hasMessageContaining("not UTF-8");
        byte[] large = new byte[(1 << 20) + 1];
        Arrays.fill(large, (byte) ' ');
        assertThatThrownBy(() -> ModuleRules.check("a.mjs", large, new Findings())).hasMessageContaining("larger than");
    }
}
