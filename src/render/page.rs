//! What both pages share: a style sheet that the page's own security policy lets in, and a template that becomes text or an error.

use std::fmt;

use askama::Template;

/// A style sheet, the same in every page of its kind.
#[derive(Debug)]
pub(super) struct Style {
    pub text: &'static str,
    /// SHA-256 of the text in base64, which the page's security policy names.
    pub hash: &'static str,
}

/// Of a plan's page.
pub(super) const PLAN: Style =
    Style { text: include_str!("../../templates/page.css"), hash: "1ZoXb9j3egFOpsz+7gFVTkidhaAovue8Q16+yunNJV4=" };

/// Of the page over many plans.
pub(super) const OVERVIEW: Style =
    Style { text: include_str!("../../templates/overview.css"), hash: "9HIWZusmtTVBBMaqrYP7riE17b7QnPhdKkN4djBeFQ8=" };

/// A page that could not be written. It is a fault of the program, whatever the plan: nothing is published instead.
#[derive(Debug)]
pub struct NotWritten(askama::Error);

impl fmt::Display for NotWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the page could not be written ({}), which is a fault of runweave", self.0)
    }
}

impl std::error::Error for NotWritten {}

/// A template as text.
pub(super) fn written(page: &impl Template) -> Result<String, NotWritten> {
    page.render().map_err(NotWritten)
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use sha2::Digest as _;

    use super::*;

    #[test]
    fn each_security_policy_names_the_hash_of_its_style_sheet() {
        for style in [PLAN, OVERVIEW] {
            let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(style.text));
            assert_eq!(style.hash, hash);
            assert!(!style.text.contains('<'), "the style sheet could close its element");
        }
    }

    #[test]
    fn a_template_that_fails_is_an_error_and_no_empty_page() {
        struct Unsayable;
        impl fmt::Display for Unsayable {
            fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Err(fmt::Error)
            }
        }
        #[derive(Template)]
        #[template(source = "{{ it }}", ext = "txt")]
        struct Broken {
            it: Unsayable,
        }
        let error = written(&Broken { it: Unsayable }).unwrap_err().to_string();
        assert!(error.starts_with("the page could not be written"), "{error}");
    }
}
