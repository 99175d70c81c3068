using Numerai.Tournament.Automation;

namespace Numerai.Web.Operators;

internal static class AutomationAnswers
{
    public static Contracts.Automation Answer(this AutomationView view) => new(
        view.Tournament.Number,
        view.Enabled,
        view.Feed,
        view.Prefix,
        view.Since,
        view.Waiting,
        [.. view.Recent.Select(record => new Contracts.AutomationStep(
            record.Step.Kind, record.Step.Round, record.Step.Day, record.Step.Due, record.Done))]);
}
