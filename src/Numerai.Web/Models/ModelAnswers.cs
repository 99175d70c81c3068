using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Accounts.Models;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Web.Models;

/// <summary>Models as REST tells of them.</summary>
internal static class ModelAnswers
{
    public static Model Answer(this ModelView view, ModelStakeView? stake) => new(
        view.Id,
        view.Tournament,
        view.Name,
        view.Owner,
        view.Username,
        view.Created,
        stake?.Active ?? Nmr.Zero,
        stake?.Pending ?? Nmr.Zero,
        view.Latest);

    public static Model Answer(this ModelRow row) =>
        new(row.Id, row.Tournament, row.Name, row.Owner, row.Username, row.Created, row.Stake, row.Pending, null);
}
