"""Checks of Schemathesis for the Partner API: what it refuses and takes must be what its document says.

`negative_data_rejection` and `positive_data_acceptance` are run as they are, but for what the document itself marks:
x-willcall-state (what a request needs besides being as its schema has it) and allowEmptyValue (empty counts as absent).
"""

import schemathesis
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance


def is_marked_refusal(response, case):
    """Whether x-willcall-state has the error's code, or a text that the diagnosis or the body has."""
    body = response.content.decode(errors="replace")
    try:
        code = response.json()["error"]["code"]
    except (ValueError, KeyError, TypeError):
        code = None
    diagnosis = " ".join(response.headers.get("x-willcall-diagnosis", []))
    return any(
        (code is not None and state.get("code") == code) or ("text" in state and state["text"] in diagnosis + body)
        for state in case.operation.definition.raw.get("x-willcall-state", [])
    )


def has_empty_optional(case):
    """Whether a parameter is empty that may be."""
    optional = {
        parameter["name"] for parameter in case.operation.definition.raw.get("parameters", [])
        if parameter.get("allowEmptyValue")
    }
    return any(name in optional and value in ("", [], {}, None) for name, value in (case.query or {}).items())


@schemathesis.check
def marked_refusals(ctx, response, case):
    """No request that is as its schema says is refused for an unmarked reason."""
    if not is_marked_refusal(response, case):
        return positive_data_acceptance(ctx, response, case)


@schemathesis.check
def marked_leniency(ctx, response, case):
    """No request that is not as its schema says is taken, but with empty parameters that count as absent."""
    if not has_empty_optional(case):
        return negative_data_rejection(ctx, response, case)
