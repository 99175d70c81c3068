using Numerai.Contracts;
using Numerai.Tournament.Agreements;

namespace Numerai.Tournament.Governance;

/// <summary>
/// The simulator's report of history under the old and the proposed settings; whoever runs it again must get the same bytes.
/// </summary>
/// <param name="Name">What it is, such as the scenario's name.</param>
/// <param name="Url">Where it can be fetched, or null.</param>
/// <param name="Sha256">Of the report's bytes.</param>
public sealed record Backtest(string Name, string? Url, string Sha256)
{
    public Refusal? Check() =>
        string.IsNullOrWhiteSpace(Name) || Name.Length > 200 || Name.Any(char.IsControl)
            ? new Refusal(RefusalCodes.InvalidProposal, "The backtest's name is 1 to 200 characters without control characters.")
        : Url is not null && !(Uri.TryCreate(Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && Url.Length <= 500)
            ? new Refusal(RefusalCodes.InvalidProposal, "The backtest's url is absolute, http or https, with at most 500 characters.")
        : AgreementTerms.CheckMetadata(Sha256) is not null
            ? new Refusal(RefusalCodes.InvalidProposal, "The backtest's sha256 is 64 lower-case hexadecimal digits.")
        : null;
}
