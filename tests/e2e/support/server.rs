//! A plain static host for the page, under a sub-path as a unit's own site would have it. It can
//! go away for real (the port refuses connections) and come back on the same port, and it keeps a
//! list of every request, so that a story can say what was fetched and what wasn't.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::sync::oneshot;
use tower_http::services::ServeDir;

use super::phone::Phone;

const MOUNT: &str = "/huyen/so-tay/";

/// One request as the host saw it.
#[derive(Clone, Debug)]
pub struct Fetched {
    pub method: String,
    /// With the query, without the host.
    pub path: String,
    pub status: u16,
}

#[derive(Default)]
struct Shared {
    files: PathBuf,
    headers: Vec<(HeaderName, HeaderValue)>,
    bare: bool,
    /// What a file's name holds, and the type that it is sent as; the last that fits counts.
    types: Vec<(&'static str, &'static str)>,
    /// Files whose name holds this arrive as rubbish.
    spoilt: Option<&'static str>,
    fetched: Vec<Fetched>,
    /// What goes ahead of the page's own scripts, where the engine can't put it there.
    phone: Option<Phone>,
    complaints: Vec<String>,
}

pub struct Site {
    port: u16,
    shared: Arc<Mutex<Shared>>,
    running: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
}

impl Site {
    /// Serves `files` on a free port of this machine; with the phone in the page, if wished.
    pub fn open(files: &Path, with_phone: bool) -> Self {
        assert!(
            files.join("index.html").exists(),
            "no page in {}: run `make build`",
            files.display()
        );
        let shared = Shared {
            files: files.to_owned(),
            phone: with_phone.then(Phone::new),
            ..Shared::default()
        };
        let mut site = Self {
            port: 0,
            shared: Arc::new(Mutex::new(shared)),
            running: None,
        };
        site.comes_back();
        site
    }

    /// "http://localhost:PORT": localhost, since service workers need a trustworthy origin.
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// The address a person types, with `route` ("#/dang-ky" or "") at its end.
    pub fn address(&self, route: &str) -> String {
        format!("{}{MOUNT}{route}", self.origin())
    }

    /// The network is off: open connections are cut and new ones refused.
    pub fn goes_away(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            drop(stop);
            thread.join().expect("the host's thread");
        }
    }

    /// The network is on again, on the same port.
    pub fn comes_back(&mut self) {
        assert!(self.running.is_none(), "the host is running already");
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let listener = runtime
            .block_on(tokio::net::TcpListener::bind(address))
            .expect("a port");
        self.port = listener.local_addr().expect("a bound port").port();
        let app = Router::new()
            .fallback(answer)
            .with_state(self.shared.clone());
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = std::thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    served = axum::serve(listener, app) => served.expect("the host keeps serving"),
                    _ = stopped => {}
                }
            });
            // Here the runtime is dropped, and with it every open connection.
        });
        self.running = Some((stop, thread));
    }

    /// From now on the host serves another build, as after an update.
    pub fn publishes(&self, files: &Path) {
        self.shared().files = files.to_owned();
    }

    /// A header on every answer from now on.
    pub fn sends_header(&self, name: &'static str, value: &'static str) {
        self.shared().headers.push((
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        ));
    }

    /// No header but a file's type from now on: the poorest of hosts.
    pub fn strips_headers(&self) {
        self.shared().bare = true;
    }

    /// Files whose name holds this are sent as another type, as by a host that is set up wrongly.
    pub fn serves_as(&self, name: &'static str, kind: &'static str) {
        self.shared().types.push((name, kind));
    }

    /// From now on files whose name holds this are damaged; `None`: none is.
    pub fn spoils(&self, name: Option<&'static str>) {
        self.shared().spoilt = name;
    }

    /// From the next page on, this runs before the page's own scripts.
    pub fn haunts(&self, script: &str) {
        let mut shared = self.shared();
        let phone = shared.phone.as_mut().expect("the host has the phone");
        phone.haunting = script.to_owned();
    }

    /// What the phone in the page heard go wrong, since the last call.
    pub fn takes_complaints(&self) -> Vec<String> {
        std::mem::take(&mut self.shared().complaints)
    }

    /// Every request so far, or since the last `forgets`.
    pub fn fetched(&self) -> Vec<Fetched> {
        self.shared().fetched.clone()
    }

    pub fn forgets(&self) {
        self.shared().fetched.clear();
    }

    /// Files asked for more than once, and requests that failed: both should be empty after a
    /// first visit.
    pub fn wasted(&self) -> Vec<String> {
        let mut times = BTreeMap::<String, u32>::new();
        let mut wasted = Vec::new();
        for fetch in self.fetched() {
            if fetch.status >= 400 {
                wasted.push(format!(
                    "{} {} → {}",
                    fetch.method, fetch.path, fetch.status
                ));
            }
            *times.entry(fetch.path).or_default() += 1;
        }
        wasted.extend(
            times
                .into_iter()
                .filter(|(_, n)| *n > 1)
                .map(|(path, n)| format!("{path}: {n} times")),
        );
        wasted
    }

    fn shared(&self) -> std::sync::MutexGuard<'_, Shared> {
        self.shared.lock().expect("the host's list")
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.goes_away();
    }
}

async fn answer(State(shared): State<Arc<Mutex<Shared>>>, request: Request) -> Response {
    let (files, headers, bare, types, spoilt, phone) = {
        let shared = shared.lock().expect("the host's list");
        let Shared { headers, types, .. } = &*shared;
        let (headers, types) = (headers.clone(), types.clone());
        let files = shared.files.clone();
        let phone = shared.phone.clone();
        (files, headers, shared.bare, types, shared.spoilt, phone)
    };
    let method = request.method().to_string();
    let path = request
        .uri()
        .path_and_query()
        .map_or_else(String::new, ToString::to_string);

    let plain = request.uri().path().to_owned();
    if let (Some(phone), Some(file)) = (&phone, plain.rsplit('/').next()) {
        if let Some(answer) = phone.answer(file) {
            return answer;
        }
        if file == Phone::SAYS {
            let said = to_bytes(request.into_body(), usize::MAX).await;
            let said = String::from_utf8_lossy(&said.unwrap_or_default()).into_owned();
            shared
                .lock()
                .expect("the host's list")
                .complaints
                .push(said);
            return StatusCode::NO_CONTENT.into_response();
        }
    }

    let mut response = match path.strip_prefix(MOUNT) {
        Some(rest) => {
            let (mut parts, body) = request.into_parts();
            parts.uri = format!("/{rest}")
                .parse()
                .expect("a part of a valid address");
            match ServeDir::new(&files)
                .try_call(Request::from_parts(parts, body))
                .await
            {
                Ok(response) => response.map(Body::new),
                Err(error) => {
                    (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
                }
            }
        }
        None => StatusCode::NOT_FOUND.into_response(),
    };
    if let (Some(phone), 200) = (phone, response.status().as_u16()) {
        response = phone
            .enters(&files, plain.trim_start_matches(MOUNT), response)
            .await;
    }
    if spoilt.is_some_and(|name| path.contains(name)) {
        response.headers_mut().remove(CONTENT_LENGTH);
        *response.body_mut() = Body::from("\0damaged");
    }
    if bare {
        let kind = response.headers_mut().remove(CONTENT_TYPE);
        response.headers_mut().clear();
        let kind = kind.map(|kind| (CONTENT_TYPE, kind));
        response.headers_mut().extend(kind);
    }
    for (name, kind) in types {
        if path.contains(name) {
            let kind = HeaderValue::from_static(kind);
            response.headers_mut().insert(CONTENT_TYPE, kind);
        }
    }
    response.headers_mut().extend(headers);
    let status = response.status().as_u16();
    shared
        .lock()
        .expect("the host's list")
        .fetched
        .push(Fetched {
            method,
            path,
            status,
        });
    response
}
