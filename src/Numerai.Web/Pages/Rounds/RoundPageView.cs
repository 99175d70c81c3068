using Numerai.Contracts;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Web.Pages.Rounds;

/// <param name="Payouts">What it paid and burned, largest stakes first; empty until it has resolved.</param>
public sealed record RoundPageView(RoundView Round, IReadOnlyList<Commitment> Commitments, Page<PayoutRow> Payouts);
