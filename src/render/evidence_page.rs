//! Every source of the rulebook with what it found and which rules rest on it, as one page of Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::rules::CARDS;

const HEAD: &str = "# The evidence

Who found what, and which rules rest on it. What no trial has tested is called judgement, rule by rule, at the end. The sentences
are ours and say no more than the rules need: read the sources before you build on them.

This page is made from the cards of the rules, as [rules.md](rules.md) is; a test keeps it true.
";

/// What a source found, with the rules that cite it for that.
type Findings = BTreeMap<&'static str, Vec<&'static str>>;

/// The page.
pub fn evidence_page() -> String {
    let mut sources: BTreeMap<&str, Findings> = BTreeMap::new();
    let mut judgement: Vec<(&str, &str)> = Vec::new();
    for card in CARDS {
        for line in card.evidence {
            match line.split_once(": ") {
                Some((source, found)) if source.contains(|c: char| c.is_ascii_digit()) => {
                    sources.entry(source).or_default().entry(found).or_default().push(card.id);
                }
                _ => judgement.push((card.id, line)),
            }
        }
    }
    let mut page = HEAD.to_owned();
    page.push_str("\n## Sources\n");
    for (source, findings) in sources {
        let _ = writeln!(page, "\n**{source}**\n");
        for (found, rules) in findings {
            let rules: Vec<String> = rules.iter().map(|rule| format!("`{rule}`")).collect();
            let _ = writeln!(page, "* {found} ({})", rules.join(", "));
        }
    }
    page.push_str("\n## Judgement, practice and the person's own word\n\n");
    for (rule, line) in judgement {
        let _ = writeln!(page, "* `{rule}`: {line}");
    }
    page
}
