using Numerai.Tournament.Governance;

namespace Numerai.Tournament.Ports;

/// <param name="New">Whether this call cast it, rather than an earlier one.</param>
public sealed record StoredVote(VoteView Vote, bool New);
