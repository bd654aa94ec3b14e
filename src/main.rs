//! Runs the command, prints errors, picks the exit code.

mod cli;
mod dump;
mod output;
mod progress;
mod terminal;

use std::env;
use std::fs;
use std::io::{self, BufReader, IsTerminal, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use anyhow::anyhow;
use clap::Parser;

use topline::batch::{self, Event, Settings};
use topline::input::{self, Failure, Filter, Options, Source, Told, io_reason};
use topline::parser::vocabulary::metrics;
use topline::renderer::{self, Rows, View, printable};

use cli::Cli;
use output::Output;
use progress::Progress;

/// All was read and written.
const DONE: u8 = 0;
/// Some input could not be read, or the output not written.
const INCOMPLETE: u8 = 1;
/// Wrong usage.
const WRONG_USAGE: u8 = 2;

fn main() -> ExitCode {
    let code = match Cli::try_parse() {
        Ok(cli) => match run(&cli) {
            Ok(code) => code,
            Err(error) if is_closed_pipe(&error) => DONE,
            Err(error) => {
                complain(&format!("{error:#}"));
                if error.is::<WrongUsage>() { WRONG_USAGE } else { INCOMPLETE }
            }
        },
        Err(error) if error.use_stderr() => {
            complain(&cli::explain(&error));
            WRONG_USAGE
        }
        Err(help) => {
            // Whoever closes the pipe has seen enough of the help.
            let _ = help.print();
            DONE
        }
    };
    ExitCode::from(code)
}

/// What is asked for cannot be done, whatever is in the files.
#[derive(Debug)]
struct WrongUsage(String);

impl std::fmt::Display for WrongUsage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WrongUsage {}

fn run(cli: &Cli) -> anyhow::Result<u8> {
    if let Some(information) = information(cli)? {
        return print(&information);
    }
    let sources = match sources(cli) {
        Ok(sources) => sources,
        Err(failure) => {
            complain(&failure.to_string());
            return Ok(INCOMPLETE);
        }
    };
    keep_inputs(cli, &sources)?;
    if cli.dump_text { dump(cli, sources) } else { analyze(cli, sources) }
}

/// Writes what stands in the sources, and reads nothing out of it.
fn dump(cli: &Cli, sources: Vec<Source>) -> anyhow::Result<u8> {
    let several = sources.len() > 1 || sources.iter().any(|source| source.is_several(cli.input_format));
    let input = settings(cli, several)?.input;
    let path = file(cli);
    let mut output = Output::open(path).map_err(|error| cannot_write(path, error))?;
    let style = dump::Style { named: several, safe: path.is_none() && io::stdout().is_terminal() };
    let parcels = input::parcels(sources, Arc::clone(&input));
    let failed = dump::dump(parcels, &input, style, &mut output, &mut |failure| complain(&failure.to_string()));
    let failed = failed.and_then(|failed| output.commit().map(|()| failed));
    let failed = failed.map_err(|error| cannot_write(path, error))?;
    Ok(if failed > 0 { INCOMPLETE } else { DONE })
}

/// What the tool tells of itself, where that is asked for, or nothing else is.
fn information(cli: &Cli) -> io::Result<Option<Vec<u8>>> {
    Ok(match cli {
        Cli { schema: true, .. } => Some(renderer::schema().into_bytes()),
        Cli { metrics: true, .. } => Some(renderer::metric_list(metrics::all(), &view(cli, false)).into_bytes()),
        Cli { completions: Some(shell), .. } => Some(cli::completions(*shell)),
        Cli { man: true, .. } => Some(cli::manual()?),
        Cli { paths, .. } if paths.is_empty() && io::stdin().is_terminal() => Some(cli::hint().into_bytes()),
        Cli { .. } => None,
    })
}

/// Reads all sources and writes what is found.
fn analyze(cli: &Cli, sources: Vec<Source>) -> anyhow::Result<u8> {
    let several = sources.len() > 1 || sources.iter().any(|source| source.is_several(cli.input_format));
    let settings = settings(cli, several)?;
    let path = file(cli);
    let mut output = Output::open(path).map_err(|error| cannot_write(path, error))?;
    let progress = if several { progress(cli, &sources, &settings) } else { Progress::none() };
    let parcels = input::parcels(sources, Arc::clone(&settings.input));
    let mut documents = 0;
    let tally = batch::run(parcels, &settings, &mut output, &mut |event| match event {
        Event::Failed(failure) => progress.aside(|| complain(&failure.to_string())),
        Event::Done { bytes } => {
            documents += 1;
            progress.done(documents, bytes);
        }
    });
    progress.finish();
    let tally = tally.map_err(|error| cannot_write(path, error))?;
    if several || tally.documents > 0 {
        output.commit().map_err(|error| cannot_write(path, error))?;
    }
    Ok(if tally.failed > 0 { INCOMPLETE } else { DONE })
}

fn settings(cli: &Cli, several: bool) -> Result<Settings, WrongUsage> {
    let filter = Filter::new(&cli.glob, &cli.exclude).map_err(WrongUsage)?;
    let input = Options {
        format: cli.input_format,
        limit: cli.max_bytes,
        told: Told { company: cli.company.clone(), period: cli.period, date: cli.as_of },
        filter: if cli.follow { filter.following_links() } else { filter },
        output: file(cli).and_then(|path| fs::canonicalize(path).ok()),
    };
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    Ok(Settings {
        input: Arc::new(input),
        renderer: cli.format.renderer(view(cli, several)).into(),
        jobs: if several { cli.jobs.map_or_else(cores, usize::from) } else { 1 },
        line_buffered: cli.line_buffered,
        several,
        sort: cli.sort,
        top: cli.top,
    })
}

/// The file that the output goes to, where it does.
fn file(cli: &Cli) -> Option<&Path> {
    cli.output.as_deref().filter(|path| *path != Path::new("-"))
}

/// A bar where somebody sees it and it does not run into the results.
fn progress(cli: &Cli, sources: &[Source], settings: &Settings) -> Progress {
    let at_the_end = settings.renderer.wants_summaries() || settings.sort.is_some();
    let apart = file(cli).is_some() || !io::stdout().is_terminal() || at_the_end;
    if progress::is_seen() && !cli.quiet && (cli.progress || apart) {
        Progress::up_to(input::total_size(sources, &settings.input))
    } else {
        Progress::none()
    }
}

fn sources(cli: &Cli) -> Result<Vec<Source>, Failure> {
    let standard_input = || Source::stream(Box::new(BufReader::with_capacity(BUFFER, io::stdin())), cli.input_format);
    if cli.paths.is_empty() {
        return Ok(vec![standard_input()?]);
    }
    let is_dash = |path: &PathBuf| path == Path::new("-");
    let first_dash = cli.paths.iter().position(is_dash);
    let once = cli.paths.iter().enumerate().filter(|(at, path)| !is_dash(path) || Some(*at) == first_dash);
    once.map(|(_, path)| if is_dash(path) { standard_input() } else { Ok(Source::Path(path.clone())) }).collect()
}

/// How much of standard input is read at a time.
const BUFFER: usize = 64 * 1024;

/// An input is never written over.
fn keep_inputs(cli: &Cli, sources: &[Source]) -> Result<(), WrongUsage> {
    let Some(output) = file(cli).and_then(|path| fs::canonicalize(path).ok()) else { return Ok(()) };
    let is_output = |source: &&Source| match source {
        Source::Path(path) => fs::canonicalize(path).is_ok_and(|path| is_same_file(&path, &output)),
        Source::Stream { .. } => false,
    };
    match sources.iter().find(is_output) {
        Some(_) => Err(WrongUsage(format!("{} is also an input; choose another --output", output.display()))),
        None => Ok(()),
    }
}

/// Whether two paths without symbolic links lead to one file, be it by two names.
fn is_same_file(one: &Path, other: &Path) -> bool {
    #[cfg(unix)]
    let same = {
        use std::os::unix::fs::MetadataExt;
        let place = |path: &Path| fs::metadata(path).map(|file| (file.dev(), file.ino())).ok();
        place(one).is_some_and(|place_of_one| Some(place_of_one) == place(other))
    };
    #[cfg(not(unix))]
    let same = false;
    same || one == other
}

fn view(cli: &Cli, several: bool) -> View {
    let selective = !cli.metric.is_empty() || !cli.role.is_empty();
    let default = if several && !selective { Rows::Documents } else { Rows::Items };
    View {
        rows: cli.rows.unwrap_or(default),
        several,
        width: terminal::width(),
        color: terminal::color(cli.color, file(cli).is_some()),
        unicode: terminal::unicode(),
        links: terminal::hyperlinks(cli.hyperlinks, file(cli).is_some()).then(folder).flatten(),
        context: cli.context,
        include_unlinked: cli.include_unlinked,
        metrics: cli.metric.clone(),
        roles: cli.role.clone(),
    }
}

/// The folder that names of files start from; nothing can be linked where it is gone.
fn folder() -> Option<Arc<Path>> {
    env::current_dir().ok().map(Into::into)
}

fn print(text: &[u8]) -> anyhow::Result<u8> {
    let mut out = io::stdout().lock();
    let lines = [text.trim_ascii_end(), b"\n"].concat();
    out.write_all(&lines).and_then(|()| out.flush()).map_err(|error| cannot_write(None, error))?;
    Ok(DONE)
}

fn cannot_write(path: Option<&Path>, error: io::Error) -> anyhow::Error {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return error.into();
    }
    let name = path.map_or_else(|| "to standard output".into(), |path| path.display().to_string());
    anyhow!("cannot write {name}: {}", io_reason(&error))
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// The one place that prints an error: one line, whatever is in it.
fn complain(message: &str) {
    // Nothing is left to be done where even this fails.
    let _ = writeln!(io::stderr(), "topline: {}", printable(message));
}
