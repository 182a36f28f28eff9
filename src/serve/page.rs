//! The page that plans in a browser, told that a folder stands behind it.

use std::path::{Path, PathBuf};

use super::http::Request;
use super::reply::Reply;
use crate::world::{Folder, Stop, files};

/// The file that `live/build` makes.
const FILE: &str = "runweave.html";

/// Where the page is, if it is anywhere.
#[derive(Debug)]
pub(super) struct Page {
    file: Option<PathBuf>,
}

impl Page {
    /// The page that is named, or the one in the folder, beside the program, or where packages put it.
    pub(super) fn find(named: Option<&Path>, folder: &Folder) -> Result<Self, Stop> {
        if let Some(named) = named {
            files::read(named)?;
            return Ok(Self { file: Some(named.to_owned()) });
        }
        let program = std::env::current_exe().ok();
        let beside = program.as_deref().and_then(Path::parent);
        let places = [
            folder.within(FILE).ok(),
            beside.map(|place| place.join(FILE)),
            beside.map(|place| place.join("../share/runweave").join(FILE)),
        ];
        Ok(Self { file: places.into_iter().flatten().find(|place| place.is_file()) })
    }

    /// Whether there is one.
    pub(super) fn is_there(&self) -> bool {
        self.file.is_some()
    }

    /// The page as it is served.
    pub(super) fn reply(&self, request: &Request) -> Result<Reply, Stop> {
        let Some(file) = &self.file else {
            let how = "There is no page here: live/build makes runweave.html. Put it into the folder of the plan, or start with \
                       `runweave serve DIR --page FILE`. The calendars work without it.";
            return Ok(Reply::text(404, how));
        };
        let page = String::from_utf8_lossy(&files::read(file)?).into_owned();
        Ok(Reply::kept(request, "text/html; charset=utf-8", with_folder(&page).into_bytes(), None))
    }
}

/// The page with the address of its folder, which its security policy then lets it ask.
fn with_folder(page: &str) -> String {
    let told = "<meta name=\"runweave-folder\" content=\"api/\">";
    let page = page.replacen("connect-src 'none'", "connect-src 'self'", 1);
    match page.split_once("<head>") {
        Some((before, after)) => format!("{before}<head>\n{told}{after}"),
        None => format!("{told}{page}"),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_page_is_told_of_its_folder_and_may_ask_it() {
        let page = "<html><head>\n<meta content=\"default-src 'none'; connect-src 'none'\"></head>";
        let served = super::with_folder(page);
        assert!(served.contains("<head>\n<meta name=\"runweave-folder\" content=\"api/\">\n<meta"), "{served}");
        assert!(served.contains("connect-src 'self'") && !served.contains("connect-src 'none'"));
    }
}
