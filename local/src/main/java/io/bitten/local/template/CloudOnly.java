package io.bitten.local.template;

import java.util.Set;

/** Resources that exist for the cloud alone: nothing on a laptop would behave differently. */
final class CloudOnly {
  private static final Set<String> TYPES =
      Set.of(
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::CompositeAlarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::Logs::LogGroup",
          "AWS::Logs::MetricFilter",
          "AWS::Logs::SubscriptionFilter",
          "AWS::IAM::Role",
          "AWS::IAM::Policy",
          "AWS::IAM::ManagedPolicy",
          "AWS::IAM::User",
          "AWS::IAM::AccessKey",
          "AWS::SQS::QueuePolicy",
          "AWS::Events::EventBusPolicy",
          "AWS::Events::Archive",
          "AWS::SNS::Topic",
          "AWS::SNS::TopicPolicy",
          "AWS::SNS::Subscription",
          "AWS::KMS::Key",
          "AWS::KMS::Alias",
          "AWS::SecretsManager::Secret",
          "AWS::SSM::Parameter",
          "AWS::Lambda::Permission",
          "AWS::Backup::BackupPlan",
          "AWS::Backup::BackupVault",
          "AWS::Backup::BackupSelection",
          "AWS::Budgets::Budget",
          "AWS::Scheduler::ScheduleGroup",
          "AWS::S3::Bucket",
          "AWS::S3::BucketPolicy",
          "AWS::CloudFront::Distribution",
          "AWS::CloudFront::OriginAccessControl",
          "AWS::CloudFront::ResponseHeadersPolicy",
          "AWS::CloudFront::Function",
          "AWS::CloudFront::CachePolicy");

  private CloudOnly() {}

  static boolean types(String type) {
    return TYPES.contains(type);
  }
}
