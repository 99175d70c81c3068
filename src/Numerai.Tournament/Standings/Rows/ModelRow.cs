using Numerai.Contracts;

namespace Numerai.Tournament.Standings.Rows;

public sealed record ModelRow(
    ModelId Id, TournamentId Tournament, string Name, AccountId Owner, string Username, DateTimeOffset Created, Nmr Stake, Nmr Pending);
