use super::{check, paths};

fn document(polling: &str) -> String {
    paths(
        &format!(
            r"
/w:
  get:
    operationId: w
    x-polling: {polling}
    responses:
      200:
        description: ''
        headers: {{Retry-After: {{schema: {{type: integer}}}}}}
        content: {{application/json: {{schema: {{$ref: '#/components/schemas/W'}}}}}}
"
        ),
        r"
components:
  schemas:
    W: {type: object, properties: {status: {$ref: '#/components/schemas/S'}, percent: {type: number}}}
    S: {type: string, enum: [RUNNING, DONE, FAILED, STUCK]}
",
    )
}

const MODEL: &str = r#"
W: object
  status: S
  percent: number
S: enum
  "RUNNING"
  "DONE"
  "FAILED"
  "STUCK"
w = GET /w
  Code(200): application/json W
    Retry-After: i64
"#;

#[test]
fn waiters_are_read() {
    check(
        &document(
            "{waiters: {done: {state: /status, progress: /percent, delay: retry-after, succeeded: [DONE], failed: [FAILED], attention: [STUCK]}, any: {state: /status, succeeded: [DONE], canceled: [FAILED]}}}",
        ),
        &format!(
            "{MODEL}{}",
            r#"  waiter done: /status Some("/percent") Some("retry-after") [("DONE", Success), ("FAILED", Failure), ("STUCK", Attention)] of ["RUNNING", "DONE", "FAILED", "STUCK"]
  waiter any: /status None None [("DONE", Success), ("FAILED", Canceled)] of ["RUNNING", "DONE", "FAILED", "STUCK"]"#
        ),
    );
}

#[test]
fn mistakes_are_errors_at_their_places() {
    let at = "/paths/~1w/get/x-polling/waiters/x";
    for (waiter, expected) in [
        (
            "{state: /status, succeeded: [DNE]}",
            format!(
                "error polling at {at}/succeeded/0: `DNE` is no value of the enumeration that `state` points at (did you mean `DONE`?)"
            ),
        ),
        (
            "{state: /staus, succeeded: [DONE]}",
            format!(
                "error polling at {at}/state: `/staus` leads nowhere in the body of the success reply: there is no `staus` (did you mean `status`?)"
            ),
        ),
        ("{state: /status}", format!("error polling at {at}: `succeeded` is missing")),
        ("{succeeded: [DONE]}", format!("error polling at {at}: `state` is missing")),
        (
            "{state: /status, succeeded: [DONE], failed: [DONE]}",
            format!("error polling at {at}/failed/0: `DONE` is listed before"),
        ),
        (
            "{state: /status, succeeded: [DONE], failled: []}",
            format!("error polling at {at}/failled: the key `failled` is not known (did you mean `failed`?)"),
        ),
        (
            "{state: /status, progress: /status, succeeded: [DONE]}",
            format!("error polling at {at}/progress: `progress` does not point at a number"),
        ),
        (
            "{state: status, succeeded: [DONE]}",
            format!("error polling at {at}/state: `status` is no JSON pointer (did you mean `/status`?)"),
        ),
        ("{state: 5, succeeded: [DONE]}", format!("error polling at {at}/state: this must be a string")),
        ("[]", format!("error polling at {at}: this must be an object")),
    ] {
        check(&document(&format!("{{waiters: {{x: {waiter}}}}}")), &expected);
    }
}
